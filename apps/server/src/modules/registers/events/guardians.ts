import type { endGuardian, OutputOf, ParsedInputOf, setGuardian } from '@linli/contract';
import { dayOf, findGuardianProblem, guardiansAtMost, mayInArea, wardsAtMost } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RecurringJob } from '../../../platform/jobs/worker.ts';
import type { RegisterCall } from '../deps.ts';
import { mustBeThere, mustEdit } from '../policy.ts';
import { giveGuardianRights } from '../store/guardian-rights.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { endLinks, insertLinks } from '../store/links.ts';
import { getSubjectRow, lockSubjects, type SubjectRow } from '../subject-row.ts';
import { doingOf } from './event-scene.ts';

/**
 * Enters a guardian of a minor (Civil Code art. 27), or of an adult by judgment or appointment (art. 28, 31) or by their own agreement
 * (art. 33). The actor keeps the ward and reads the guardian. Nobody is guardian who has one: so there are no circles. Where the guardian's
 * own account is linked it reads the ward from now on. Refuses `guardian-*`.
 */
export async function enterGuardian(
  db: Db,
  call: RegisterCall<ParsedInputOf<typeof setGuardian>>,
): Promise<OutputOf<typeof setGuardian>> {
  const { actor, input, now } = call;
  mustEdit(actor, await getSubjectRow(db, input.wardId, 'read'));
  const seen = await getSubjectRow(db, input.guardianId, 'read');
  if (!mayInArea(actor, 'registers:read', seen.path)) refuse('not-found');
  if (input.wardId === input.guardianId) refuse('guardian-unfit');
  return elevated(db, async () => {
    const rows = await lockSubjects(db, [input.wardId, input.guardianId]);
    const ward = rows.find(({ id }) => id === input.wardId) ?? refuse('not-found');
    const guardian = rows.find(({ id }) => id === input.guardianId) ?? refuse('not-found');
    mustEdit(actor, ward);
    if (ward.noun !== 'person' || guardian.noun !== 'person') refuse('noun-wrong');
    mustBeThere(ward);
    mustBeThere(guardian);
    const { relation, paper, proof, since } = input;
    const problem = findGuardianProblem({ ward, guardian, relation, paper, since, today: dayOf(now) });
    if (problem) refuse(problem);
    await checkOthers(db, ward, guardian);
    await insertLinks(db, [
      {
        fromId: guardian.id,
        toId: ward.id,
        kind: 'guardian',
        role: relation,
        validFrom: since,
        source: 'office',
        paper,
        proof,
      },
    ]);
    await giveGuardianRights(db, [ward.id], now);
    await journalSubjects(db, doingOf(call), 'guardian.set', [
      { id: ward.id, path: ward.path, data: { guardianId: guardian.id, relation, paper, since } },
    ]);
    return { wardId: ward.id, guardianId: guardian.id };
  });
}

/** Both are locked: what two desks do at once is seen here. */
async function checkOthers(db: Db, ward: SubjectRow, guardian: SubjectRow): Promise<void> {
  const both = [ward.id, guardian.id];
  const { rows } = await sql<{
    fromId: string;
    toId: string;
  }>`select from_id as "fromId", to_id as "toId" from subject_link
    where kind = 'guardian' and valid_to is null and (from_id = any(${both}::uuid[]) or to_id = any(${both}::uuid[]))`.execute(
    db,
  );
  if (rows.some(({ fromId, toId }) => fromId === guardian.id && toId === ward.id)) refuse('guardian-known');
  if (rows.some(({ toId }) => toId === guardian.id)) refuse('guardian-unfit');
  if (rows.some(({ fromId }) => fromId === ward.id)) refuse('guardian-circular');
  const isFull =
    rows.filter(({ toId }) => toId === ward.id).length >= guardiansAtMost ||
    rows.filter(({ fromId }) => fromId === guardian.id).length >= wardsAtMost;
  if (isFull) refuse('guardian-too-many');
}

/** Ends a guardianship (art. 39), also one entered by mistake; the account that read the ward through it reads no more. */
export async function finishGuardian(
  db: Db,
  call: RegisterCall<ParsedInputOf<typeof endGuardian>>,
): Promise<OutputOf<typeof endGuardian>> {
  const { actor, input, now } = call;
  const ward = await getSubjectRow(db, input.wardId, 'lock');
  mustEdit(actor, ward);
  if (ward.noun !== 'person') refuse('noun-wrong');
  if (input.on > dayOf(now)) refuse('event-day-wrong');
  return elevated(db, async () => {
    const ended = await endLinks(db, {
      fromIds: [input.guardianId],
      toIds: [ward.id],
      kinds: ['guardian'],
      on: input.on,
    });
    if (ended.length === 0) refuse('guardian-none');
    await journalSubjects(db, doingOf(call), 'guardian.ended', [
      { id: ward.id, path: ward.path, data: { guardianId: input.guardianId, on: input.on, reason: input.reason } },
    ]);
    return { wardId: ward.id, guardianId: input.guardianId };
  });
}

/** Wards of one run: those of a site that come of age in an hour are few. */
const atOnce = 500;

/**
 * Guardianship of a minor ends on the eighteenth birthday (art. 39), and with it what the guardian reads; one that began when the ward was an
 * adult stays. As the system. Answers how many ended.
 */
export async function endOfAge(db: Db, now: Date): Promise<number> {
  const today = dayOf(now);
  const doing: Doing = { now, actorId: null, requestId: null };
  const { rows } = await sql<{
    guardianId: string;
    id: string;
    path: string;
    on: string;
  }>`select l.from_id as "guardianId",
      ward.id, ward.path::text as path, (ward.born + interval '18 years')::date::text as on
    from subject_link l join subject ward on ward.id = l.to_id
    where l.kind = 'guardian' and l.valid_to is null and ward.born + interval '18 years' <= ${today}::date
      and l.valid_from < ward.born + interval '18 years'
    order by ward.id limit ${atOnce}`.execute(db);
  for (const { guardianId, id, path, on } of rows) {
    await endLinks(db, { fromIds: [guardianId], toIds: [id], kinds: ['guardian'], on });
    await journalSubjects(db, doing, 'guardian.ended', [{ id, path, data: { guardianId, on, reason: 'of-age' } }]);
  }
  return rows.length;
}

export const guardianJob: RecurringJob = {
  name: 'registers.guardians',
  everySeconds: 3600,
  async run(db, now) {
    await endOfAge(db, now);
  },
};
