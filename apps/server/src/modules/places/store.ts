import type { AreaShape, Crs, Polygon, Position } from '@linli/domain';
import { sql } from 'kysely';
import { afterCommit, type Db } from '../../platform/db/database.ts';
import { bumpVersion, type VersionedCache } from '../../platform/db/versioned-cache.ts';
import { areaPath } from './area-path.ts';
import { measure } from './area-record.ts';

export const placesVersion = 'places';

/** After any change of areas or scenery: every process loads its places again, this one before it answers. */
export async function placesChanged(db: Db, cache: Pick<VersionedCache<unknown>, 'refresh'>, now: Date): Promise<void> {
  await bumpVersion(db, placesVersion, now);
  afterCommit(db, () => cache.refresh());
}

export interface NewArea {
  id: string;
  siteId: string;
  parentId: string | null;
  /** Path of the parent; null for a site. */
  parentPath: string | null;
  code: string;
  name: string;
  level: number;
  kind: string;
  population: number;
  populationSource?: string | null;
  populationYear?: number | null;
  /** WGS-84; null for an area known only by name. */
  geometry: AreaShape | null;
  /** The system the shape was given in. */
  crs?: Crs;
  validFrom: string;
  validTo?: string | null;
  sort?: number;
  reason: string;
  changedBy: string | null;
}

const rowsAtOnce = 5000;

/** Adds areas, parents before children, each with its first version; size and label point are measured from the shape. */
export async function insertAreas(db: Db, areas: readonly NewArea[], now: Date): Promise<void> {
  for (const part of chunks(areas)) {
    const rows = part.map((area) => {
      const { areaM2, centre } = measure(area.geometry);
      const path = areaPath(area.parentPath, area.code);
      const defaults = { validTo: null, sort: 0, crs: 'wgs84', populationSource: null, populationYear: null };
      return { ...defaults, ...area, path, areaM2, lng: centre?.[0] ?? null, lat: centre?.[1] ?? null, at: now };
    });
    const json = JSON.stringify(rows);
    await sql`insert into area (id, site_id, parent_id, code, name, level, kind, path, population, population_source, population_year,
        area_m2, centre_lng, centre_lat,
        valid_from, valid_to, sort)
      select e.id, e."siteId", e."parentId", e.code, e.name, e.level, e.kind, e.path::ltree, e.population, e."populationSource",
        e."populationYear", e."areaM2", e.lng, e.lat,
        e."validFrom", e."validTo", e.sort
      from jsonb_to_recordset(${json}::jsonb) as e(id uuid, "siteId" uuid, "parentId" uuid, code text, name text, level smallint,
        kind text, path text, population integer, "populationSource" text, "populationYear" integer, "areaM2" double precision, lng double precision, lat double precision,
        "validFrom" date, "validTo" date, sort integer)`.execute(db);
    await sql`insert into area_version (area_id, version, valid_from, valid_to, name, geometry, crs, reason, changed_by, at)
      select e.id, 1, e."validFrom", e."validTo", e.name, nullif(e.geometry, 'null'::jsonb), e.crs, e.reason, e."changedBy", e.at
      from jsonb_to_recordset(${json}::jsonb) as e(id uuid, "validFrom" date, "validTo" date, name text, geometry jsonb, crs text,
        reason text, "changedBy" uuid, at timestamptz)`.execute(db);
  }
}

export interface NewBuilding {
  id: string;
  siteId: string;
  areaId: string;
  /** Path of its area. */
  path: string;
  name: string;
  address: string;
  kind: string;
  floors: number;
  lng: number;
  lat: number;
  footprint: Polygon | null;
}

export async function insertBuildings(db: Db, buildings: readonly NewBuilding[]): Promise<void> {
  for (const part of chunks(buildings)) {
    await sql`insert into building (id, site_id, area_id, path, name, address, kind, floors, lng, lat, footprint)
      select e.id, e."siteId", e."areaId", e.path::ltree, e.name, e.address, e.kind, e.floors, e.lng, e.lat, nullif(e.footprint, 'null'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as e(id uuid, "siteId" uuid, "areaId" uuid, path text, name text,
        address text, kind text, floors smallint, lng double precision, lat double precision, footprint jsonb)`.execute(
      db,
    );
  }
}

export interface NewHome {
  id: string;
  buildingId: string;
  room: string;
  /** Floor area in 0.01 m². */
  areaCm2: number;
}

export async function insertHomes(db: Db, homes: readonly NewHome[]): Promise<void> {
  await sql`insert into home (id, building_id, room, area_cm2)
    select * from unnest(${homes.map((h) => h.id)}::uuid[], ${homes.map((h) => h.buildingId)}::uuid[],
      ${homes.map((h) => h.room)}::text[], ${homes.map((h) => h.areaCm2)}::bigint[])`.execute(db);
}

/** What makes the map look like a place: rivers, roads, greens, blocks. */
export interface NewScenery {
  id: string;
  siteId: string;
  kind: string;
  name: string | null;
  geometry: { type: 'Point'; coordinates: Position } | { type: 'LineString'; coordinates: Position[] } | AreaShape;
}

export async function insertScenery(db: Db, scenery: readonly NewScenery[]): Promise<void> {
  for (const part of chunks(scenery)) {
    await sql`insert into scenery (id, site_id, kind, name, geometry)
      select e.id, e."siteId", e.kind, e.name, e.geometry
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as e(id uuid, "siteId" uuid, kind text, name text, geometry jsonb)`.execute(
      db,
    );
  }
}

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, n) =>
    rows.slice(n * rowsAtOnce, (n + 1) * rowsAtOnce),
  );
}
