import { type Actor, anonymousActor, type Polygon, type Role } from '@linli/domain';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { readConfig } from '../../platform/config.ts';
import { createDatabase, type Database } from '../../platform/db/database.ts';
import { createPool } from '../../platform/db/pool.ts';
import { createCaches, type VersionedCache } from '../../platform/db/versioned-cache.ts';
import { createRouter } from '../../platform/http/route.ts';
import { createHttp } from '../../platform/http/server.ts';
import { newId } from '../../platform/ids.ts';
import { cloneDatabase } from '../../test/clone-database.ts';
import { loadPlaceIndex, type PlaceIndexData } from './load-place-index.ts';
import { placesRoutes } from './routes.ts';
import { insertAreas, insertBuildings, insertHomes, insertScenery, type NewArea, placesVersion } from './store.ts';

export const step = 0.002;
export const west = 121.5;
export const south = 31.2;

/** An upright rectangle in steps of 0.002 degrees (some 190 by 220 m) from the harness's south-west corner. */
export function box(x: number, y: number, width = 1, height = 1): Polygon {
  const [w, s] = [round(west + x * step), round(south + y * step)];
  const [e, n] = [round(west + (x + width) * step), round(south + (y + height) * step)];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  };
}
/** The degrees of a point so many steps from the corner. */
export function point(x: number, y: number): { lng: number; lat: number } {
  return { lng: round(west + x * step), lat: round(south + y * step) };
}
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export interface Answer<T> {
  status: number;
  body: T;
}
// Tests read answers of many shapes; each names the one it expects.
export type Body = Record<string, unknown> & {
  error?: { code: string; params: Record<string, unknown>; fields?: { path: string; code: string }[] };
};

export interface PlacesStand {
  http: FastifyInstance;
  database: Database;
  cache: VersionedCache<PlaceIndexData>;
  /** Ids by a short name: site, grid, area, a, b, c (micro-grids from west to east), other (another site). */
  ids: Record<'site' | 'grid' | 'area' | 'a' | 'b' | 'c' | 'other', string>;
  setNow(instant: string): void;
  now(): Date;
  get<T = Body>(operation: string, query: Record<string, unknown>, actor?: Actor): Promise<Answer<T>>;
  post<T = Body>(
    operation: string,
    input: Record<string, unknown>,
    actor?: Actor,
    language?: string,
  ): Promise<Answer<T>>;
  close(): Promise<void>;
}

export function actorWith(role: Role, path: string): Actor {
  return {
    kind: role === 'resident' ? 'resident' : 'staff',
    accountId: newId(),
    name: '测试',
    scopes: [{ role, path, unitId: null, postId: null }],
    pools: [],
  };
}
export const admin = actorWith('system-admin', '310115005');
export const resident = actorWith('resident', '310115005');

/** A small street on a database of its own: one grid, one residential area, three micro-grids in a row; and a second site. */
export async function openPlacesStand(): Promise<PlacesStand> {
  const clone = await cloneDatabase();
  const log = pino({ level: 'silent' });
  const pool = createPool({ connectionString: clone.connectionString }, { max: 4 }, () => undefined);
  const database = createDatabase(pool);
  let now = new Date('2026-06-01T02:00:00Z');
  const clock = { now: () => now };
  const ids = { site: newId(), grid: newId(), area: newId(), a: newId(), b: newId(), c: newId(), other: newId() };
  await database.asSystem((db) => seed(db, ids, now));
  const caches = createCaches(database, log);
  const cache = caches.define(placesVersion, (db) => loadPlaceIndex(db, clock));
  await cache.refresh();
  const http = createHttp({ config: readConfig({ LINLI_DEMO: 'off' }, []), log });
  let acting = anonymousActor;
  placesRoutes(createRouter({ http, database, clock, actorOf: async () => acting, strict: true }), {
    clock,
    places: cache,
  });

  async function send<T>(actor: Actor, options: InjectOptions): Promise<Answer<T>> {
    acting = actor;
    const reply = await http.inject(options);
    return { status: reply.statusCode, body: reply.json<T>() };
  }
  return {
    http,
    database,
    cache,
    ids,
    setNow(instant) {
      now = new Date(instant);
    },
    now: () => now,
    get: (operation, query, actor = anonymousActor) =>
      send(actor, {
        method: 'GET',
        url: `/api/${operation}`,
        query: Object.fromEntries(
          Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
        ),
      }),
    post: (operation, input, actor = admin, language = 'zh-CN') =>
      send(actor, {
        method: 'POST',
        url: `/api/${operation}`,
        headers: { 'x-linli': '1', 'accept-language': language },
        payload: { requestId: newId(), ...input },
      }),
    async close() {
      caches.close();
      await http.close();
      await database.close();
      await clone.drop();
    },
  };
}

async function seed(db: Parameters<typeof insertAreas>[0], ids: PlacesStand['ids'], now: Date): Promise<void> {
  const common = { siteId: ids.site, population: 0, validFrom: '2020-01-01', reason: 'seed', changedBy: null };
  const micro = (id: string, code: string, name: string, x: number): NewArea => ({
    ...common,
    id,
    parentId: ids.area,
    parentPath: '310115005.310115005_2d_G01.310115005001',
    code,
    name,
    level: 4,
    kind: 'micro-grid',
    population: 100,
    geometry: box(x, 0),
  });
  await insertAreas(
    db,
    [
      {
        ...common,
        id: ids.site,
        parentId: null,
        parentPath: null,
        code: '310115005',
        name: '潍坊新村街道',
        level: 1,
        kind: 'street',
        geometry: box(0, 0, 3, 2),
      },
      {
        ...common,
        id: ids.other,
        siteId: ids.other,
        parentId: null,
        parentPath: null,
        code: 'OTHER',
        name: '别处',
        level: 1,
        kind: 'street',
        geometry: box(50, 50),
        sort: 1,
      },
      {
        ...common,
        id: ids.grid,
        parentId: ids.site,
        parentPath: '310115005',
        code: '310115005-G01',
        name: '第一网格',
        level: 2,
        kind: 'residential-grid',
        geometry: box(0, 0, 3, 1),
      },
      {
        ...common,
        id: ids.area,
        parentId: ids.grid,
        parentPath: '310115005.310115005_2d_G01',
        code: '310115005001',
        name: '源竹居民区',
        level: 3,
        kind: 'residential-area',
        geometry: box(0, 0, 3, 1),
      },
      micro(ids.a, '310115005001001', '源竹第1微网格', 0),
      micro(ids.b, '310115005001002', '源竹第2微网格', 1),
      micro(ids.c, '310115005001003', '源竹第3微网格', 2),
    ],
    now,
  );
  const path = '310115005.310115005_2d_G01.310115005001.310115005001002';
  const building = (x: number, name: string, address: string) => ({
    id: newId(),
    siteId: ids.site,
    areaId: ids.b,
    path,
    name,
    address,
    kind: 'residential',
    floors: 6,
    footprint: null,
    ...point(x, 0.5),
  });
  const west1 = building(1.2, '1号', '潍坊路100弄1号');
  const east1 = building(1.8, '2号', '潍坊路100弄2号');
  await insertBuildings(db, [west1, east1]);
  const home = (buildingId: string, room: string) => ({ id: newId(), buildingId, room, areaCm2: 650_000 });
  await insertHomes(db, [home(west1.id, '101'), home(west1.id, '102'), home(west1.id, '103'), home(east1.id, '101')]);
  await insertScenery(db, [
    { id: newId(), siteId: ids.site, kind: 'river', name: '张家浜', geometry: box(0, 1, 3, 1) },
  ]);
}

/** Name of the lowest area of a point in the southern row. */
export async function nameAt(stand: PlacesStand, x: number, day?: string): Promise<string | undefined> {
  const { body } = await stand.get<{ areas: { name: string }[] | null }>('locate-point', {
    ...point(x, 0.5),
    ...(day ? { day } : {}),
  });
  return body.areas?.at(-1)?.name;
}
export async function journalOf(stand: PlacesStand) {
  const { rows } = await stand.database.asSystem((db) =>
    sql<{
      kind: string;
      noun_id: string;
      data: Record<string, unknown>;
    }>`select kind, noun_id, data from journal order by seq`.execute(db),
  );
  return rows;
}
/** Buildings whose row and path both say this area. */
export async function buildingNames(stand: PlacesStand, areaId: string): Promise<string[]> {
  const { rows } = await stand.database.asSystem((db) =>
    sql<{
      name: string;
    }>`select building.name from building join area on area.id = building.area_id and area.path = building.path
      where area.id = ${areaId} order by building.name`.execute(db),
  );
  return rows.map((row) => row.name);
}
