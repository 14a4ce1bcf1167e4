import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { findNearPeople, insertSamePairs } from '../same/find-same.ts';
import { bornOf, numberOf } from './find-known.ts';
import type { Incoming, TakeCall } from './incoming.ts';

/** The building agrees too. */
const closeFrom = 0.8;

/**
 * People just entered who may be somebody entered before, for the merge desk. Two with identity numbers that differ are two people, unless
 * name, birth and building all agree: then one of the numbers may be mistyped. As the system.
 */
export async function pairAlike(
  db: Db,
  call: TakeCall,
  fresh: readonly { id: string; row: Incoming; homeId: string | null }[],
): Promise<void> {
  const near = await findNearPeople(
    db,
    fresh.map(({ id, row, homeId }, at) => ({
      at,
      id,
      siteId: call.siteId,
      name: row.name,
      born: bornOf(row),
      homeId,
      buildingId: row.place.buildingId,
      area3Id: row.place.area3Id,
    })),
  );
  if (near.length === 0) return;
  const others = near.map(({ subjectId }) => subjectId);
  const { rows } = await sql<{ id: string }>`select subject_id as id from subject_secret
    where subject_id = any(${others}::uuid[]) and field = 'idNumber'`.execute(db);
  const numbered = new Set(rows.map(({ id }) => id));
  await insertSamePairs(
    db,
    near.flatMap(({ at, subjectId, score, agreed }) => {
      const one = fresh[at];
      if (!one || (score < closeFrom && numberOf(one.row) !== null && numbered.has(subjectId))) return [];
      return [{ oneId: one.id, otherId: subjectId, ground: 'near' as const, score, agreed, path: one.row.place.path }];
    }),
    call.now,
  );
}
