import type { askCorrection, decideCorrection, listCorrections, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  answersForOwner,
  checkFieldValue,
  dayOf,
  fieldOwners,
  findRegisterField,
  holdsPermission,
  mayInArea,
  mayInUnit,
} from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { pageKey, readPageKey } from '../../../platform/http/page-key.ts';
import type { Directory } from '../../org/index.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { componentKey, mustBeFreeCode } from '../entry/component-taken.ts';
import { lockKey } from '../entry/entry-locks.ts';
import { readEntries } from '../entry/read-entries.ts';
import { writeEntries } from '../entry/write-entries.ts';
import { accessTo, findReader, mustBeThere, mustRead, type Reader } from '../policy.ts';
import { postWords } from '../reader-words.ts';
import type { FactSource } from '../store/facts.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { findSubjectRows, getSubjectRow, type SubjectRow } from '../subject-row.ts';
import { isScalar, subjectRef } from '../subject-view.ts';
import { answerOf, findHeld, heldKey, isOfOwner, mayAnswer } from './answer-rights.ts';
import { insertCorrection, type KeptValue, openKept } from './corrections-store.ts';

interface CorrectionRow {
  id: string;
  subjectId: string;
  field: string;
  value: KeptValue;
  reason: string;
  owner: string;
  askedBy: string | null;
  askedWords: string;
  askedAt: Date;
  state: 'open' | 'accepted' | 'refused';
  decidedWords: string | null;
  decidedAt: Date | null;
  answer: string | null;
}

const columns = sql`correction.id, correction.subject_id as "subjectId", correction.field, correction.value, correction.reason, correction.owner,
  correction.asked_by as "askedBy", correction.asked_words as "askedWords", correction.asked_at as "askedAt", correction.state,
  correction.decided_words as "decidedWords", correction.decided_at as "decidedAt", correction.answer`;

/** A correction asked for by whoever sees the field: who keeps the register, or the person it is about. */
export async function requestCorrection(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof askCorrection>>,
): Promise<OutputOf<typeof askCorrection>> {
  const { actor, input, now } = call;
  const row = await getSubjectRow(db, input.subjectId, 'lock');
  const reader = await findReader(db, actor);
  mustRead(reader, row);
  mustBeThere(row);
  const field = findRegisterField(row.noun, input.field);
  if (!field || accessTo(reader, field, row) === 'hidden')
    return refuse('input-invalid', {}, { fields: [{ path: 'field', code: 'unknown', params: {} }] });
  const checked = checkFieldValue(field, input.value);
  if (!checked.ok)
    return refuse('input-invalid', {}, { fields: [{ path: 'value', code: 'wrong-format', params: {} }] });
  const doing: Doing = { now, actorId: actor.accountId, requestId: call.requestId };
  const { reason } = input;
  const correctionId = await elevated(db, () =>
    insertCorrection(db, deps, { row, field, value: checked.value, reason, actor, doing }),
  );
  return { correctionId };
}

/**
 * The answer of who owns the value: the body's own unit for what it has entered, who leads the place for the rest; never who asked. What is accepted
 * counts as the word of who answered.
 */
export async function answerCorrection(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof decideCorrection>>,
): Promise<OutputOf<typeof decideCorrection>> {
  const { actor, input, now } = call;
  const directory = deps.directory.get();
  if (!holdsPermission(actor, 'registers:edit') && !holdsPermission(actor, 'forms:file')) refuse('not-allowed');
  // A unit sees no subjects: what it owns there is looked at as the product.
  const { rows } = await elevated(db, () =>
    sql<CorrectionRow>`select ${columns} from correction where id = ${input.correctionId}`.execute(db),
  );
  const asked = rows[0] ?? refuse('not-found');
  const subject = await elevated(db, () => getSubjectRow(db, asked.subjectId, 'lock'));
  if (!mayInArea(actor, 'registers:read', subject.path) && !isOfOwner(actor, directory, asked.owner, subject))
    refuse('not-found');
  const isHeld = (await findHeld(db, [asked])).size > 0;
  if (!mayAnswer(actor, directory, { asked, at: subject, isHeld }))
    refuse(answerOf(directory, asked, subject, isHeld) === 'unit' ? 'correction-of-owner' : 'not-allowed');
  if (asked.askedBy === actor.accountId) refuse('second-person-needed');
  const doing: Doing = { now, actorId: actor.accountId, requestId: call.requestId };
  const state = input.accept ? 'accepted' : 'refused';
  const by = postWords(actor, directory, subject.path);
  return elevated(db, async () => {
    const done =
      await sql`update correction set state = ${state}, decided_by = ${actor.accountId}, decided_words = ${by.words},
      decided_at = ${now}, answer = ${input.words} where id = ${asked.id} and state = 'open' returning id`.execute(db);
    if (done.rows.length === 0) refuse('correction-decided');
    if (input.accept) {
      mustBeThere(subject);
      await enterAccepted(db, deps, { asked, subject, source: isHeld ? `department:${asked.owner}` : 'office', doing });
    }
    await journalSubjects(db, doing, 'correction.decided', [
      {
        id: subject.id,
        path: subject.path,
        data: { correctionId: asked.id, field: asked.field, state, accountId: asked.askedBy },
      },
    ]);
    return { state };
  });
}

async function enterAccepted(
  db: Db,
  deps: RegisterDeps,
  call: { asked: CorrectionRow; subject: SubjectRow; source: FactSource; doing: Doing },
): Promise<void> {
  const { asked, subject, source, doing } = call;
  const value = openKept(deps, asked.field, asked.value);
  const entries = [{ code: asked.field, value }];
  const read = readEntries(subject.noun, entries, { today: dayOf(doing.now), mayEnter: () => true });
  const code = read.facts.find(({ field }) => field.noun === 'asset' && field.code === 'code')?.value;
  if (typeof code === 'string') await lockKey(db, componentKey(code));
  await mustBeFreeCode(db, { read, entries, kind: subject.kind, ownId: subject.id });
  await writeEntries(db, deps.crypto, { subject, read, source, sourceId: asked.id, doing, journal: 'changed' });
}

/** Corrections of the reader's places, or of what their unit's body keeps. A value of a field they may not see is not shown. */
export async function findCorrections(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listCorrections> },
): Promise<OutputOf<typeof listCorrections>> {
  const { actor, input } = call;
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const conditions = [sql<boolean>`correction.state = ${input.state}`];
  if (input.subjectId !== undefined) conditions.push(sql`correction.subject_id = ${input.subjectId}`);
  if (input.owner !== undefined) conditions.push(sql`correction.owner = ${input.owner}`);
  if (key) conditions.push(sql`(correction.asked_at, correction.id) > (${key[0]}::timestamptz, ${key[1]}::uuid)`);
  const ofUnit = !holdsPermission(actor, 'registers:read');
  if (ofUnit) conditions.push(ownedBy(deps.directory.get(), actor));
  const find = () =>
    sql<CorrectionRow>`select ${columns} from correction where ${sql.join(conditions, sql` and `)}
    order by correction.asked_at, correction.id limit ${input.limit + 1}`.execute(db);
  const { rows } = ofUnit ? await elevated(db, find) : await find();
  const page = rows.slice(0, input.limit);
  const ids = page.map((row) => row.subjectId);
  const subjectsOf = (some: readonly (string | null)[]) =>
    ofUnit ? elevated(db, () => findSubjectRows(db, some)) : findSubjectRows(db, some);
  const subjects = await subjectsOf(ids);
  const homes = await subjectsOf([...subjects.values()].map(({ homeId }) => homeId));
  const held = await findHeld(db, page);
  const reader = await findReader(db, actor);
  const last = page.at(-1);
  return {
    corrections: page.flatMap((row) => {
      const subject = subjects.get(row.subjectId);
      const home = homes.get(subject?.homeId ?? '');
      return subject ? correctionView(deps, { reader, row, subject, home, isHeld: held.has(heldKey(row)) }) : [];
    }),
    next: rows.length > input.limit && last ? pageKey([last.askedAt.toISOString(), last.id]) : null,
  };
}

/** What the actor's units answer for, in the sites they serve. */
function ownedBy(directory: Directory, actor: Actor): RawBuilder<boolean> {
  const units = [...directory.units.values()].filter((unit) => unit.active && mayInUnit(actor, 'forms:file', unit.id));
  if (units.length === 0) refuse('not-allowed');
  const pairs = units.flatMap((unit) =>
    fieldOwners
      .filter((owner) => answersForOwner(unit.key, owner))
      .map((owner) => sql<boolean>`(correction.owner = ${owner} and correction.path <@ ${unit.sitePath}::ltree)`),
  );
  return pairs.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(pairs, sql` or `)})`;
}

function correctionView(
  deps: RegisterDeps,
  call: { reader: Reader; row: CorrectionRow; subject: SubjectRow; home: SubjectRow | undefined; isHeld: boolean },
): OutputOf<typeof listCorrections>['corrections'] {
  const { reader, row, subject, home, isHeld } = call;
  const directory = deps.directory.get();
  const field = findRegisterField(subject.noun, row.field);
  // What a body has entered, its own unit sees.
  const isOwn = isHeld && isOfOwner(reader.actor, directory, row.owner, subject);
  const byReach = field ? accessTo(reader, field, subject) : 'hidden';
  const access = field && isOwn ? 'full' : byReach;
  if (access === 'hidden') return [];
  const was = subject.fields[row.field];
  // Whoever has to check what their body entered must know of whom it is, and no longer than that.
  const mustKnow = isOwn && row.state === 'open';
  const ref = subjectRef(reader, subject);
  return [
    {
      id: row.id,
      subject: mustKnow ? { ...ref, name: subject.name, nameMasked: false } : ref,
      homeName: mustKnow || byReach !== 'hidden' ? (home?.name ?? null) : null,
      field: row.field,
      was: access === 'full' && isScalar(was) ? was : null,
      value: access === 'full' ? openKept(deps, row.field, row.value) : null,
      reason: row.reason,
      owner: row.owner,
      askedBy: row.askedWords,
      askedAt: row.askedAt.toISOString(),
      state: row.state,
      decidedBy: row.decidedWords,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      answer: row.answer,
      answerOf: answerOf(directory, row, subject, isHeld),
      mayDecide:
        row.state === 'open' &&
        row.askedBy !== reader.actor.accountId &&
        mayAnswer(reader.actor, directory, { asked: row, at: subject, isHeld }),
    },
  ];
}
