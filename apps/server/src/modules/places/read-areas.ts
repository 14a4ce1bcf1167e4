import type { Position } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { type AreaRecord, type AreaVersion, measure } from './area-record.ts';

type AreaRow = Omit<AreaRecord, 'versions'> & {
  name: string;
  areaM2: number;
  centreLng: number | null;
  centreLat: number | null;
};
type VersionRow = Omit<AreaVersion, 'areaM2' | 'centre'> & { areaId: string };

export type AreaFilter = { siteIds: readonly string[] } | { parentId: string } | { ids: readonly string[] };

/** Areas with every version they ever had; all areas when no filter is given. */
export async function readAreas(db: Db, filter?: AreaFilter): Promise<AreaRecord[]> {
  const where = conditionOf(filter);
  const areas =
    await sql<AreaRow>`select area.id, area.site_id as "siteId", area.parent_id as "parentId", area.code, area.level,
      area.kind, area.path::text as path, area.population,
      area.population_source as "populationSource", area.population_year as "populationYear", area.valid_from as "validFrom", area.valid_to as "validTo", area.sort,
      area.name, area.area_m2 as "areaM2", area.centre_lng as "centreLng", area.centre_lat as "centreLat"
    from area where ${where} order by area.id`.execute(db);
  const versions = await sql<VersionRow>`select area_version.area_id as "areaId", area_version.version,
      area_version.valid_from as "validFrom", area_version.valid_to as "validTo", area_version.name, area_version.geometry
    from area_version join area on area.id = area_version.area_id where ${where}
    order by area_version.area_id, area_version.version`.execute(db);
  const byArea = new Map<string, VersionRow[]>();
  for (const row of versions.rows) {
    const known = byArea.get(row.areaId);
    if (known) known.push(row);
    else byArea.set(row.areaId, [row]);
  }
  return areas.rows.map((row) => toRecord(row, byArea.get(row.id) ?? []));
}

export async function readArea(db: Db, id: string): Promise<AreaRecord | null> {
  const [area] = await readAreas(db, { ids: [id] });
  return area ?? null;
}

function conditionOf(filter: AreaFilter | undefined): RawBuilder<boolean> {
  if (!filter) return sql<boolean>`true`;
  if ('parentId' in filter) return sql<boolean>`area.parent_id = ${filter.parentId}`;
  if ('ids' in filter) return sql<boolean>`area.id = any(${[...filter.ids]}::uuid[])`;
  return sql<boolean>`area.site_id = any(${[...filter.siteIds]}::uuid[])`;
}

function toRecord(row: AreaRow, versions: readonly VersionRow[]): AreaRecord {
  const { name, areaM2, centreLng, centreLat, ...area } = row;
  // An area without a shape still has the size and the place its list gave it.
  const centre: Position | null = centreLng === null || centreLat === null ? null : [centreLng, centreLat];
  const given = { areaM2, centre };
  const measured = versions.map(({ areaId: _, ...version }): AreaVersion => {
    return { ...version, ...(version.geometry ? measure(version.geometry) : given) };
  });
  const bare = { version: 1, validFrom: area.validFrom, validTo: area.validTo, name, geometry: null, ...given };
  return { ...area, versions: measured.length > 0 ? measured : [bare] };
}
