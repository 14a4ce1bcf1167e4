import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type MeasuresDeps, type RootArea, rootArea } from './scope.ts';

/** The areas of a joint community. Refuses one that has ended, and whoever does not read the measures of every one: a part is not the whole. */
export async function findMembers(
  db: Db,
  deps: MeasuresDeps,
  actor: Actor,
  groupId: string,
  today: string,
): Promise<{ name: string; roots: RootArea[] }> {
  const { rows } = await sql<{ name: string; area_id: string }>`select area_group.name, area_group_member.area_id
    from area_group join area_group_member on area_group_member.group_id = area_group.id
    where area_group.id = ${groupId} and area_group.ended_at is null`.execute(db);
  const [first] = rows;
  if (!first) return refuse('not-found');
  const places = deps.places.get();
  return { name: first.name, roots: rows.map((row) => rootArea(actor, places, today, row.area_id)) };
}
