import type { AreaView } from '@linli/contract';
import { type AreaShape, addDays } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type AreaRecord, inListOrder, isActiveOn, toAreaView } from './area-record.ts';
import { type EditCall, latestChangeOf, refuseEarlierDay, refuseField, refuseIfRetired } from './edit-call.ts';
import { nextCodes } from './next-codes.ts';
import { readArea, readAreas } from './read-areas.ts';
import { insertAreas, type NewArea } from './store.ts';
import { listCodes, retireAreas } from './store-versions.ts';
import { takeEffectOn } from './take-effect.ts';

/** Areas that may be split or merged on a day: in force, below a site, and with nothing below them. */
export async function refuseUnlessLowest(
  db: Db,
  areas: readonly AreaRecord[],
  call: { day: string; field: string },
): Promise<void> {
  for (const area of areas) {
    refuseIfRetired(area);
    if (area.parentId === null) refuseField(call.field, 'invalid');
    refuseEarlierDay(call.day, latestChangeOf([area]));
    refuseEarlierDay(call.day, addDays(area.validFrom, 1)); // an area is in force for a day at least
    const below = await readAreas(db, { parentId: area.id });
    if (below.some((child) => child.validTo === null || isActiveOn(child, call.day)))
      refuseField(call.field, 'invalid');
  }
}

export interface Heir {
  name: string;
  geometry: AreaShape | null;
  population: number;
  populationSource: string | null;
  populationYear: number | null;
}

/**
 * New areas follow retired siblings on a day, with the next free codes below their parent. Buildings move to the heir they stand
 * in when the day comes; posts belong to org and stay where they are.
 */
export async function succeedAreas(
  db: Db,
  call: EditCall<{ validFrom: string; reason: string }>,
  retired: readonly [AreaRecord, ...AreaRecord[]],
  heirs: readonly Heir[],
): Promise<{ views: AreaView[]; records: AreaRecord[]; postsLeft: number }> {
  const [first] = retired;
  const { validFrom, reason } = call.input;
  const parent = (first.parentId && (await readArea(db, first.parentId))) || refuse('not-found');
  const codes = nextCodes(parent.code, await listCodes(db, parent), heirs.length);
  const areas = heirs.map(
    (heir, index): NewArea => ({
      ...heir,
      id: newId(),
      siteId: first.siteId,
      parentId: parent.id,
      parentPath: parent.path,
      code: codes[index] ?? '',
      level: first.level,
      kind: first.kind,
      validFrom,
      sort: first.sort,
      reason,
      changedBy: call.actor.accountId,
    }),
  );
  await insertAreas(db, areas, call.now);
  const areaIds = retired.map((area) => area.id);
  const successorIds = areas.map((area) => area.id);
  await retireAreas(db, { areaIds, successorIds, day: validFrom });
  await takeEffectOn(db, [...areaIds, ...successorIds], validFrom, call.now);
  const records = (await readAreas(db, { ids: successorIds })).sort(inListOrder);
  const views = records.map((area) => toAreaView(area, validFrom));
  return { views, records, postsLeft: await countPosts(db, areaIds) };
}

async function countPosts(db: Db, areaIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from post
    where post.active and post.area_id = any(${[...areaIds]}::uuid[])`.execute(db);
  return rows[0]?.count ?? 0;
}
