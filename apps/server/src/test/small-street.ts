import type { Role } from '@linli/domain';
import { sql } from 'kysely';
import type { Database } from '../platform/db/database.ts';
import { newId } from '../platform/ids.ts';

/** A street small enough to know by heart: squares of about 100 m, from 121.50 east and 31.23 north. */
const origin = { lng: 121.5, lat: 31.23 };
const step = 0.001;

interface Plan {
  key: string;
  name: string;
  level: number;
  kind: string;
  parent: string | null;
  /** Columns of squares, from – until, exclusive. */
  from: number;
  until: number;
}
const plan: readonly Plan[] = [
  { key: 'street', name: '测试街道', level: 1, kind: 'street', parent: null, from: 0, until: 6 },
  { key: 'homes', name: '居住网格', level: 2, kind: 'residential-grid', parent: 'street', from: 0, until: 4 },
  { key: 'shops', name: '商务网格', level: 2, kind: 'business-grid', parent: 'street', from: 4, until: 6 },
  { key: 'east', name: '东园居民区', level: 3, kind: 'residential-area', parent: 'homes', from: 0, until: 2 },
  { key: 'west', name: '西园居民区', level: 3, kind: 'residential-area', parent: 'homes', from: 2, until: 4 },
  { key: 'mall', name: '商城商务区', level: 3, kind: 'business-area', parent: 'shops', from: 4, until: 6 },
  ...(['east', 'west', 'mall'] as const).flatMap((parent, i) =>
    [0, 1].map((n) => ({
      key: `${parent}${n + 1}`,
      name: `${['东园', '西园', '商城'][i]}第${n + 1}微网格`,
      level: 4,
      kind: 'micro-grid',
      parent,
      from: i * 2 + n,
      until: i * 2 + n + 1,
    })),
  ),
];
export type AreaKey =
  | 'street'
  | 'homes'
  | 'shops'
  | 'east'
  | 'west'
  | 'mall'
  | 'east1'
  | 'east2'
  | 'west1'
  | 'west2'
  | 'mall1'
  | 'mall2';
export type UnitKey = 'greening' | 'housing' | 'police' | 'firm' | 'committee';

export interface Street {
  siteId: string;
  area: Readonly<
    Record<
      AreaKey,
      {
        id: string;
        path: string;
        name: string /** A point well inside, WGS-84. */;
        point: { lng: number; lat: number };
      }
    >
  >;
  unit: Readonly<Record<UnitKey, { id: string; name: string }>>;
}

const units: readonly { key: UnitKey; dbKey: string; name: string; kind: string; area: AreaKey | null }[] = [
  { key: 'greening', dbKey: 'unit-greening', name: '绿化市容所', kind: 'department', area: null },
  { key: 'housing', dbKey: 'unit-housing', name: '房屋管理办', kind: 'department', area: null },
  { key: 'police', dbKey: 'unit-police', name: '派出所', kind: 'department', area: null },
  { key: 'firm', dbKey: 'firm-1', name: '安居物业', kind: 'property-firm', area: 'east' },
  { key: 'committee', dbKey: 'committee-1', name: '东园居委会', kind: 'committee', area: 'east' },
];

/** Puts the street into an empty database, valid since 2020. */
export async function buildSmallStreet(database: Database): Promise<Street> {
  const area: Record<string, Street['area'][AreaKey]> = {};
  const siteId = newId();
  await database.asSystem(async (db) => {
    for (const p of plan) {
      const id = p.parent ? newId() : siteId;
      const parent = p.parent ? area[p.parent] : undefined;
      const code = p.key;
      const path = parent ? `${parent.path}.${code}` : code;
      const [west, east, south, north] = [
        origin.lng + p.from * step,
        origin.lng + p.until * step,
        origin.lat,
        origin.lat + step,
      ];
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ].map((xy) => xy.map((n) => Math.round((n ?? 0) * 1e6) / 1e6));
      const geometry = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
      const point = { lng: west + step * 0.4, lat: south + step * 0.4 };
      await sql`insert into area (id, site_id, parent_id, code, name, level, kind, path, population, area_m2, centre_lng, centre_lat, valid_from)
        values (${id}, ${siteId}, ${parent?.id ?? null}, ${code}, ${p.name}, ${p.level}, ${p.kind}, ${path}::ltree, 500, 10000, ${point.lng}, ${point.lat}, '2020-01-01')`.execute(
        db,
      );
      await sql`insert into area_version (area_id, version, valid_from, name, geometry, reason, at) values (${id}, 1, '2020-01-01', ${p.name}, ${geometry}::jsonb, '初始', now())`.execute(
        db,
      );
      area[p.key] = { id, path, name: p.name, point };
    }
  });
  const unit: Record<string, { id: string; name: string }> = {};
  await database.asSystem(async (db) => {
    for (const u of units) {
      const id = newId();
      await sql`insert into unit (id, site_id, key, name, kind, path) values (${id}, ${siteId}, ${u.dbKey}, ${u.name}, ${u.kind}, 'street'::ltree)`.execute(
        db,
      );
      if (u.area) await sql`insert into unit_area (unit_id, area_id) values (${id}, ${area[u.area]?.id})`.execute(db);
      unit[u.key] = { id, name: u.name };
    }
  });
  return { siteId, area: area as Street['area'], unit: unit as Street['unit'] }; // filled from the two plans above, key by key
}

/** A staff account holding a post; answers its ids. */
export async function addHolder(
  database: Database,
  post: { role: Role; areaId: string; path: string; unitId: string | null; name: string },
  now: Date,
): Promise<{ accountId: string; postId: string }> {
  const accountId = newId();
  const postId = newId();
  await database.asSystem(async (db) => {
    await sql`insert into account (id, kind, name, created_at) values (${accountId}, 'staff', ${post.name}, ${now})`.execute(
      db,
    );
    await sql`insert into post (id, role, area_id, path, unit_id) values (${postId}, ${post.role}, ${post.areaId}, ${post.path}::ltree, ${post.unitId})`.execute(
      db,
    );
    await sql`insert into holding (id, post_id, account_id, valid_from) values (${newId()}, ${postId}, ${accountId}, '2020-01-01')`.execute(
      db,
    );
    await sql`insert into setting (key, value, changed_at) values ('version.org', '1', ${now}) on conflict (key) do update set value = to_jsonb((setting.value)::int + 1)`.execute(
      db,
    );
  });
  return { accountId, postId };
}
