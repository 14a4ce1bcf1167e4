import { type Actor, dayOf, type RegisterField, type SubjectNoun } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { Refusal } from '../../platform/errors.ts';
import { enterFields, journalChanges, type NewFact, writeFacts } from '../registers/index.ts';
import type { FormDeps } from './deps.ts';

/** A subject as questions are about it. */
export interface AskedSubject {
  id: string;
  noun: SubjectNoun;
  path: string;
  fields: Record<string, unknown>;
}

/** An answer that may be entered, with its value as the field keeps it. */
export interface Accepted {
  subject: AskedSubject;
  field: RegisterField;
  value: string | number | boolean;
  documentKind: string;
}

interface Call {
  actor: Actor;
  now: Date;
  requestId: string;
}

/**
 * Enters answers into the registers by the door all values go through (one person for one number, what is held by another body, what its person
 * wants no more used), with the form as their source. What is said again as it stands is only confirmed, all at once. Answers why
 * any of them was not taken.
 */
export async function enterAnswers(
  db: Db,
  deps: FormDeps,
  call: Call,
  accepted: readonly Accepted[],
): Promise<ReadonlyMap<Accepted, string>> {
  const isSaidAgain = ({ subject, field, value }: Accepted) => subject.fields[field.code] === value;
  await confirmAll(db, call, accepted.filter(isSaidAgain));
  const refused = new Map<Accepted, string>();
  // Always in the same order: two savings at once would else wait for each other.
  const entered = accepted
    .filter((one) => !isSaidAgain(one))
    .toSorted((a, b) => (a.subject.id < b.subject.id ? -1 : 1));
  for (const one of entered) {
    const problem = await enterOne(db, deps, call, one);
    if (problem !== null) refused.set(one, problem);
  }
  return refused;
}

async function enterOne(db: Db, deps: FormDeps, call: Call, answer: Accepted): Promise<string | null> {
  const { subject, field, value, documentKind } = answer;
  const entry = { code: field.code, value, ...(documentKind === '' ? {} : { documentKind }) };
  const { requestId } = call;
  const input = { requestId, subjectId: subject.id, fields: [entry], reason: '', source: 'form' as const };
  try {
    const { asked } = await enterFields(db, deps, { ...call, input });
    return asked.length > 0 ? 'correction-asked' : null;
  } catch (error) {
    // Refused before anything was written: the other answers go on.
    if (!(error instanceof Refusal)) throw error;
    return error.more.fields?.[0]?.code ?? error.code;
  }
}

async function confirmAll(db: Db, { actor, now, requestId }: Call, same: readonly Accepted[]): Promise<void> {
  const facts = same.map(
    ({ subject, field, value }): NewFact => ({
      subjectId: subject.id,
      noun: subject.noun,
      field: field.code,
      value,
      source: 'form',
      sourceId: null,
      since: dayOf(now),
      recordedBy: actor.accountId,
    }),
  );
  await elevated(db, async () =>
    journalChanges(db, { now, actorId: actor.accountId, requestId }, await writeFacts(db, facts, { now })),
  );
}
