import type { endGuardian, OutputOf, ParsedInputOf, setGuardian } from '@linli/contract';
import { dayOf, findGuardianProblem, guardiansAtMost, mayInArea, wardsAtMost } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RegisterCall } from '../deps.ts';
import { mustBeThere, mustEdit } from '../policy.ts';
import { giveGuardianRights } from '../store/guardian-rights.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { endLinks, insertLinks } from '../store/links.ts';
import { getSubjectRow, lockSubjects, type SubjectRow } from '../subject-row.ts';
import { doingOf } from './event-scene.ts';

type Said = Pick<ParsedInputOf<typeof setGuardian>, 'relation' | 'paper' | 'proof' | 'since'>;
type Pair = { ward: SubjectRow; guardian: SubjectRow };

/**
 * Enters a guardian of a minor (Civil Code art. 27), or of an adult by judgment or appointment (art. 28, 31) or by their own agreement
 * (art. 33). The actor keeps the ward and reads the guardian. Nobody is guardian who has one: so there are no circles. Where the guardian's
 * own account is linked it reads the ward from now on. An agreement, which no authority stands behind, waits for a second person
 * (`decide-guardian`); nothing follows from it until then. Refuses `guardian-*`.
 */
export async function enterGuardian(
  db: Db,
  call: RegisterCall<ParsedInputOf<typeof setGuardian>>,
): Promise<OutputOf<typeof setGuardian>> {
  const { actor, input } = call;
  mustEdit(actor, await getSubjectRow(db, input.wardId, 'read'));
  const seen = await getSubjectRow(db, input.guardianId, 'read');
  if (!mayInArea(actor, 'registers:read', seen.path)) refuse('not-found');
  if (input.wardId === input.guardianId) refuse('guardian-unfit');
  return elevated(db, async () => {
    const pair = await lockPair(db, input);
    mustEdit(actor, pair.ward);
    const said = { ...pair, relation: input.relation, paper: input.paper, proof: input.proof, since: input.since };
    const waits = input.paper === 'agreement';
    await (waits ? askGuardian : beginGuardian)(db, call, said);
    return { wardId: pair.ward.id, guardianId: pair.guardian.id, waits };
  });
}

export async function lockPair(db: Db, ids: { wardId: string; guardianId: string }): Promise<Pair> {
  const rows = await lockSubjects(db, [ids.wardId, ids.guardianId]);
  return {
    ward: rows.find(({ id }) => id === ids.wardId) ?? refuse('not-found'),
    guardian: rows.find(({ id }) => id === ids.guardianId) ?? refuse('not-found'),
  };
}

/** The guardianship is in force from now on. Both are locked. As the system. */
export async function beginGuardian(db: Db, call: RegisterCall<unknown>, said: Pair & Said): Promise<void> {
  const { ward, guardian, relation, paper, proof, since } = said;
  checkPair(said, call.now);
  refuseOthers(await findOthers(db, said, { alsoWaiting: false }), said);
  // What waited for the same two is overtaken by what another paper says.
  await sql`delete from guardian_wait where ward_id = ${ward.id} and guardian_id = ${guardian.id}`.execute(db);
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
  await giveGuardianRights(db, [ward.id], call.now);
  await journalSubjects(db, doingOf(call), 'guardian.set', [
    { id: ward.id, path: ward.path, data: { guardianId: guardian.id, relation, paper, since } },
  ]);
}

async function askGuardian(db: Db, call: RegisterCall<unknown>, said: Pair & Said): Promise<void> {
  const { ward, guardian, relation, paper, proof, since } = said;
  checkPair(said, call.now);
  const others = await findOthers(db, said, { alsoWaiting: true });
  if (others.some((one) => one.waits && one.fromId === guardian.id && one.toId === ward.id)) refuse('guardian-waits');
  refuseOthers(others, said);
  await sql`insert into guardian_wait (ward_id, guardian_id, relation, paper, proof, since, by_id, at)
    values (${ward.id}, ${guardian.id}, ${relation}, ${paper}, ${proof}, ${since}, ${call.actor.accountId}, ${call.now})`.execute(
    db,
  );
  await journalSubjects(db, doingOf(call), 'guardian.asked', [
    { id: ward.id, path: ward.path, data: { guardianId: guardian.id, relation, paper, since } },
  ]);
}

function checkPair({ ward, guardian, relation, paper, since }: Pair & Said, now: Date): void {
  if (ward.noun !== 'person' || guardian.noun !== 'person') refuse('noun-wrong');
  mustBeThere(ward);
  mustBeThere(guardian);
  const problem = findGuardianProblem({ ward, guardian, relation, paper, since, today: dayOf(now) });
  if (problem) refuse(problem);
}

interface Other {
  fromId: string;
  toId: string;
  waits: boolean;
}

/** Guardianships of both, where asked also those that wait. Both are locked: what two desks do at once is seen here. */
async function findOthers(db: Db, { ward, guardian }: Pair, { alsoWaiting }: { alsoWaiting: boolean }) {
  const both = [ward.id, guardian.id];
  const { rows } = await sql<Other>`select from_id as "fromId", to_id as "toId", false as waits from subject_link
    where kind = 'guardian' and valid_to is null and (from_id = any(${both}::uuid[]) or to_id = any(${both}::uuid[]))
    union all select guardian_id, ward_id, true from guardian_wait
    where ${alsoWaiting} and (guardian_id = any(${both}::uuid[]) or ward_id = any(${both}::uuid[]))`.execute(db);
  return rows;
}

function refuseOthers(others: readonly Other[], { ward, guardian }: Pair): void {
  if (others.some(({ fromId, toId }) => fromId === guardian.id && toId === ward.id)) refuse('guardian-known');
  if (others.some(({ toId }) => toId === guardian.id)) refuse('guardian-unfit');
  if (others.some(({ fromId }) => fromId === ward.id)) refuse('guardian-circular');
  const isFull =
    others.filter(({ toId }) => toId === ward.id).length >= guardiansAtMost ||
    others.filter(({ fromId }) => fromId === guardian.id).length >= wardsAtMost;
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

/** The ward’s eighteenth birthday, as the domain’s `ageOn` counts: born on 29 February, 1 March of a common year. */
const comesOfAge = sql`((ward.born + interval '18 years')::date
  + (extract(day from ward.born + interval '18 years') <> extract(day from ward.born))::int)`;

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
      ward.id, ward.path::text as path, ${comesOfAge}::text as on
    from subject_link l join subject ward on ward.id = l.to_id
    where l.kind = 'guardian' and l.valid_to is null and ${comesOfAge} <= ${today}::date and l.valid_from < ${comesOfAge}
    order by ward.id limit ${atOnce}`.execute(db);
  for (const { guardianId, id, path, on } of rows) {
    await endLinks(db, { fromIds: [guardianId], toIds: [id], kinds: ['guardian'], on });
    await journalSubjects(db, doing, 'guardian.ended', [{ id, path, data: { guardianId, on, reason: 'of-age' } }]);
  }
  return rows.length;
}
