import type { askRights, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  checkFieldValue,
  checkIdentityDocument,
  dayOf,
  findRegisterField,
  needsGuardian,
  openRights,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findBySecret, getOwn, type SubjectRow } from '../registers/index.ts';
import { deskCalendar, type PrivacyCall, type PrivacyDeps } from './deps.ts';
import { setRightsClock } from './rights-clock.ts';
import { answerWorkDays, insertRights, insertStep, nextNumber, type RightsRow } from './store.ts';

type Input = ParsedInputOf<typeof askRights>;
type Asked = { subject: Pick<SubjectRow, 'id' | 'siteId' | 'path'> | null; asker: RightsRow['asker'] };

/** A request is taken whatever it says; what is wrong with it the answer tells. One open request of a kind about one person. */
export async function openRequest(
  db: Db,
  deps: PrivacyDeps,
  call: PrivacyCall<Input>,
): Promise<OutputOf<typeof askRights>> {
  const { actor, input, now } = call;
  const accountId = actor.accountId ?? refuse('sign-in-needed');
  mustSayWhat(input);
  const asked = await whoIsMeant(db, deps, { actor, input, now });
  const site = deps.places.get().sites()[0] ?? refuse('not-found');
  const place = asked.subject ?? { siteId: site.id, path: site.path };
  return elevated(db, async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`rights:${accountId}`}, 0))`.execute(db);
    const { rows: open } = await sql`select from rights_request where account_id = ${accountId} and kind = ${input.kind}
      and subject_id is not distinct from ${asked.subject?.id ?? null}::uuid and about is not distinct from ${input.about ?? null}::text
      and state not in ('answered', 'taken-back')`.execute(db);
    if (open.length > 0) refuse('rights-open-already');
    const limits = { answerWorkDays: await answerWorkDays(db, place.siteId), calendar: deskCalendar(deps) };
    const request = openRights(input.kind, now, limits);
    const wanted =
      input.wanted.length > 0 || input.dead ? JSON.stringify({ wanted: input.wanted, dead: input.dead }) : null;
    const row = {
      id: newId(),
      number: await nextNumber(db, dayOf(now)),
      siteId: place.siteId,
      path: place.path,
      subjectId: asked.subject?.id ?? null,
      accountId,
      asker: asked.asker,
      kind: input.kind,
      words: input.words,
      fields: [...new Set([...input.fields, ...input.wanted.map(({ code }) => code)])],
      wantedSealed: wanted === null ? null : deps.crypto.encrypt(wanted, 'rights.wanted'),
      about: input.about ?? null,
      state: request.state,
      submittedAt: now,
      dueAt: request.dueAt,
      latestAt: request.latestAt,
    };
    await insertRights(db, row);
    await setRightsClock(db, deps, { ...row, waitingSince: null }, now);
    await insertStep(db, row, {
      act: 'submit',
      state: 'submitted',
      byId: accountId,
      byWords: asked.asker,
      words: '',
      now,
      requestId: call.requestId,
    });
    return { rightsId: row.id, number: row.number, dueAt: row.dueAt.toISOString() };
  });
}

/** Kinds about single values name them, with values the register would take; an explanation names what is to be explained. */
function mustSayWhat(input: Input): void {
  const isUnknown = [...input.fields, ...input.wanted.map(({ code }) => code)].findIndex(
    (code) => !findRegisterField('person', code),
  );
  if (isUnknown >= 0) refuse('input-invalid', {}, { fields: [{ path: 'fields', code: 'unknown', params: {} }] });
  const doubled = input.wanted.findIndex(({ code }, at) => input.wanted.slice(0, at).some((one) => one.code === code));
  if (doubled >= 0)
    refuse('input-invalid', {}, { fields: [{ path: `wanted.${doubled}.code`, code: 'invalid', params: {} }] });
  for (const [at, { code, value }] of input.wanted.entries()) {
    const field = findRegisterField('person', code);
    if (field && !checkFieldValue(field, value).ok)
      refuse('input-invalid', {}, { fields: [{ path: `wanted.${at}.value`, code: 'wrong-format', params: {} }] });
  }
  const { kind } = input;
  const changes = kind === 'correct' || kind === 'supplement';
  const takes = kind === 'delete' || kind === 'restrict' || kind === 'lift-restriction';
  const names = kind === 'withdraw-consent' || kind === 'explain';
  const lacks =
    (changes && input.wanted.length === 0) ||
    (takes && input.fields.length === 0) ||
    (names && input.about === undefined && input.words === '') ||
    (kind === 'relative-of-dead' && input.dead === undefined);
  if (lacks) refuse('rights-details-missing');
}

async function whoIsMeant(db: Db, deps: PrivacyDeps, call: { actor: Actor; input: Input; now: Date }): Promise<Asked> {
  const { actor, input, now } = call;
  if (input.kind === 'relative-of-dead')
    return { subject: await elevated(db, () => findDead(db, deps, input, now)), asker: 'relative' };
  if (input.subjectId === undefined) {
    if (input.kind !== 'close-account') refuse('rights-details-missing');
    return { subject: null, asker: 'self' };
  }
  const { row, role } = await getOwn(db, actor, input.subjectId);
  if (role === 'self' && needsGuardian(row.born, dayOf(now))) refuse('guardian-needed');
  return { subject: row, asker: role };
}

/** Somebody who died, by number and name. Not found is not told: the desk answers, after it proved the relation. */
async function findDead(db: Db, deps: PrivacyDeps, input: Input, now: Date): Promise<Asked['subject']> {
  const document = input.dead && checkIdentityDocument('resident-id', input.dead.number, { today: dayOf(now) });
  if (!document?.ok) return null;
  const found: string[] = [];
  for (const site of deps.places.get().sites()) {
    const byNumber = await findBySecret(db, deps.crypto, {
      siteId: site.id,
      field: 'idNumber',
      values: [document.lookupValue],
    });
    found.push(...[...byNumber.values()].flat());
  }
  const { rows } = await sql<{
    id: string;
    siteId: string;
    path: string;
  }>`select id, site_id as "siteId", path::text as path from subject
    where id = any(${found}::uuid[]) and state = 'dead' and name = ${input.dead?.name ?? ''}`.execute(db);
  return rows[0] ?? null;
}
