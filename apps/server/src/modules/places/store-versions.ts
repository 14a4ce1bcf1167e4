import type { AreaShape, Crs } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

/** One editor of a site at a time. Rows that only refer to the site are not held up. */
export async function lockSites(db: Db, siteIds: readonly string[]): Promise<void> {
  await sql`select 1 from area where id = any(${[...siteIds]}::uuid[]) order by id for no key update`.execute(db);
}

export interface NewVersion {
  areaId: string;
  version: number;
  validFrom: string;
  name: string;
  geometry: AreaShape | null;
  crs: Crs;
  reason: string;
  changedBy: string | null;
}

/** Ends the newest version of each area and begins the next on the same day. */
export async function insertVersions(db: Db, versions: readonly NewVersion[], now: Date): Promise<void> {
  if (versions.length === 0) return;
  const json = JSON.stringify(versions);
  await sql`update area_version set valid_to = e."validFrom"
    from jsonb_to_recordset(${json}::jsonb) as e("areaId" uuid, "validFrom" date)
    where area_version.area_id = e."areaId" and area_version.valid_to is null`.execute(db);
  await sql`insert into area_version (area_id, version, valid_from, valid_to, name, geometry, crs, reason, changed_by, at)
    select e."areaId", e.version, e."validFrom", null, e.name, nullif(e.geometry, 'null'::jsonb), e.crs, e.reason, e."changedBy", ${now}
    from jsonb_to_recordset(${json}::jsonb) as e("areaId" uuid, version integer, "validFrom" date, name text, geometry jsonb, crs text,
      reason text, "changedBy" uuid)`.execute(db);
}

/** The areas end on a day and name who follows them; their codes stay taken for ever. */
export async function retireAreas(
  db: Db,
  call: { areaIds: readonly string[]; successorIds: readonly string[]; day: string },
): Promise<void> {
  const ids = [...call.areaIds];
  await sql`update area set valid_to = ${call.day} where id = any(${ids}::uuid[])`.execute(db);
  await sql`update area_version set valid_to = ${call.day} where area_id = any(${ids}::uuid[]) and valid_to is null`.execute(
    db,
  );
  await sql`insert into area_successor (area_id, successor_id)
    select a, s from unnest(${ids}::uuid[]) as a, unnest(${[...call.successorIds]}::uuid[]) as s`.execute(db);
}

/** Every code ever given below a parent, and every code of the site that begins with the parent's. */
export async function listCodes(
  db: Db,
  parent: { id: string; siteId: string; code: string },
): Promise<{ siblings: string[]; taken: string[] }> {
  const { rows } = await sql<{
    code: string;
    own: boolean;
  }>`select code, parent_id is not distinct from ${parent.id} as own from area
    where site_id = ${parent.siteId} and (left(code, length(${parent.code}::text)) = ${parent.code} or parent_id = ${parent.id})`.execute(
    db,
  );
  return { siblings: rows.filter((row) => row.own).map((row) => row.code), taken: rows.map((row) => row.code) };
}
