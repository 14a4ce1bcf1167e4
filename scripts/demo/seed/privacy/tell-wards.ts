import { addDays, dayOf, type GuardianPaper, type GuardianRelation } from '@linli/domain';
import { sql } from 'kysely';
import {
  giveGuardianRights,
  insertLinks,
  journalSubjects,
} from '../../../../apps/server/src/modules/registers/index.ts';
import type { Db } from '../../../../apps/server/src/platform/db/database.ts';

export interface Ward {
  id: string;
  path: string;
}

interface Said {
  relation: GuardianRelation;
  paper: GuardianPaper;
  proof: string;
  since: string;
}

interface Call {
  guardianId: string;
  keeperId: string;
  now: Date;
}

/**
 * The linked resident's wards: the children, in force by the register; an old parent in the same home by an agreement two keepers stand behind;
 * and a neighbour living alone whose agreement the second keeper has still to confirm. Answers the youngest child.
 */
export async function tellWards(db: Db, call: Call): Promise<Ward | null> {
  const { guardianId, now } = call;
  const { rows: children } =
    await sql<Ward>`select w.id, w.path::text as path from subject_link l join subject w on w.id = l.to_id
    where l.from_id = ${guardianId} and l.kind = 'guardian' and l.valid_to is null and w.state = 'active' order by w.born desc, w.id`.execute(
      db,
    );
  const parent = await findParent(db, guardianId);
  if (parent)
    await agree(db, parent, call, {
      relation: 'child',
      paper: 'agreement',
      proof: '意定监护协议书，2025 年 3 月签，双方到场核对',
      since: addDays(dayOf(now), -60),
    });
  await giveGuardianRights(db, parent ? [...children, parent].map(({ id }) => id) : children.map(({ id }) => id), now);
  const neighbour = await findNeighbour(db, guardianId);
  if (neighbour)
    await ask(db, neighbour, call, {
      relation: 'other',
      paper: 'agreement',
      proof: '意定监护协议书，公证处公证，原件已核对',
      since: addDays(dayOf(now), -2),
    });
  return children[0] ?? null;
}

/** The old parent (GB/T 4761 51 to 54) in the household of the guardian. */
async function findParent(db: Db, guardianId: string): Promise<Ward | null> {
  const { rows } = await sql<Ward>`select p.id, p.path::text as path from subject_link mine
    join subject_link theirs on theirs.to_id = mine.to_id and theirs.kind = 'member' and theirs.valid_to is null
    join subject p on p.id = theirs.from_id and p.state = 'active'
    where mine.from_id = ${guardianId} and mine.kind = 'member' and mine.valid_to is null and theirs.role between '51' and '54'
    order by p.born, p.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Somebody old who lives alone, of the same micro-grid. */
async function findNeighbour(db: Db, guardianId: string): Promise<Ward | null> {
  const { rows } = await sql<Ward>`select p.id, p.path::text as path from subject g
    join subject p on p.path = g.path and p.noun = 'person' and p.state = 'active' and p.household_id <> g.household_id
    join subject h on h.id = p.household_id
    where g.id = ${guardianId} and p.born < '1950-01-01' and (h.fields ->> 'members')::int = 1
      and not exists (select from subject_link l where l.kind = 'guardian' and l.from_id = p.id)
    order by p.born, p.id limit 1`.execute(db);
  return rows[0] ?? null;
}

async function agree(db: Db, ward: Ward, { guardianId, keeperId, now }: Call, said: Said): Promise<void> {
  const { relation: role, since: validFrom, paper, proof } = said;
  await insertLinks(db, [
    { fromId: guardianId, toId: ward.id, kind: 'guardian', role, validFrom, source: 'office', paper, proof },
  ]);
  await journalSubjects(db, { now, actorId: keeperId, requestId: null }, 'guardian.set', [
    tell(ward, guardianId, said),
  ]);
}

async function ask(db: Db, ward: Ward, { guardianId, keeperId, now }: Call, said: Said): Promise<void> {
  await sql`insert into guardian_wait (ward_id, guardian_id, relation, paper, proof, since, by_id, at)
    values (${ward.id}, ${guardianId}, ${said.relation}, ${said.paper}, ${said.proof}, ${said.since}, ${keeperId}, ${now})
    on conflict do nothing`.execute(db);
  await journalSubjects(db, { now, actorId: keeperId, requestId: null }, 'guardian.asked', [
    tell(ward, guardianId, said),
  ]);
}

function tell({ id, path }: Ward, guardianId: string, { relation, paper, since }: Said) {
  return { id, path, data: { guardianId, relation, paper, since } };
}
