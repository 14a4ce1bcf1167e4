import { sql } from 'kysely';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';
import type { Street } from '../street/types.ts';

/** Residential areas that the demonstration joins into one community: those that share a name. */
const shared = '乳山';

/** One joint community, so that its queue and its figures can be seen; none on a street without such areas. */
export async function storeCommunity(
  db: Db,
  street: Street,
  deps: { areas: ReadonlyMap<string, { id: string }>; siteId: string; id: string; now: Date },
): Promise<void> {
  const areaIds = street.areas
    .filter((area) => area.kind === 'residential-area' && area.name.startsWith(shared))
    .flatMap(({ key }) => deps.areas.get(key)?.id ?? []);
  if (areaIds.length < 2) return;
  await sql`insert into area_group (id, site_id, name, created_at, ended_at)
    values (${deps.id}, ${deps.siteId}, ${`${shared}联合社区`}, ${deps.now}, null)`.execute(db);
  await sql`insert into area_group_member (group_id, area_id) select ${deps.id}, unnest(${areaIds}::uuid[])`.execute(
    db,
  );
}
