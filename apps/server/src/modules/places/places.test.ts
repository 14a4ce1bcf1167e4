import { anonymousActor } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { labelOf } from './area-path.ts';
import { nextCodes } from './next-codes.ts';
import { actorWith, admin, openPlacesStand, type PlacesStand, point, resident } from './places.harness.ts';
import { insertHomes } from './store.ts';

let stand: PlacesStand;
beforeAll(async () => {
  stand = await openPlacesStand();
});
afterAll(() => stand.close());

describe('labels of codes', () => {
  it('keeps plain codes and never gives two codes one label', () => {
    expect(labelOf('310115005001')).toBe('310115005001');
    const codes = ['A-1', 'A_1', 'A__1', 'A--1', 'A_2d_1', 'A 1', 'A.1', '浦1', 'A1'];
    expect(new Set(codes.map(labelOf)).size).toBe(codes.length);
  });
  it('makes labels PostgreSQL 15 takes too', () => {
    for (const code of ['A-1', '浦东·1', '😀']) expect(labelOf(code)).toMatch(/^[A-Za-z0-9_]+$/);
  });
});

describe('next codes', () => {
  const next = (parent: string, siblings: string[], count = 1, others: string[] = []) =>
    nextCodes(parent, { siblings, taken: [...siblings, ...others] }, count);
  it('goes on after the highest number ever given', () => {
    expect(next('310115005001', ['310115005001009'], 2)).toEqual(['310115005001010', '310115005001011']);
  });
  it('begins with 001, behind letters after a hyphen', () => {
    expect(next('310115005001', [])).toEqual(['310115005001001']);
    expect(next('G1', ['G12'])).toEqual(['G1-001']);
  });
  it('keeps a width in use and passes over codes given elsewhere', () => {
    expect(next('7', ['70999'])).toEqual(['71000']);
    expect(next('G1', [], 1, ['G1-001'])).toEqual(['G1-002']);
  });
});

describe('reading', () => {
  it('shows anybody the tree of the first site, with words for the levels', async () => {
    const { status, body } = await stand.get<{
      siteId: string;
      levels: { label: string }[];
      areas: { name: string; hasShape: boolean; areaM2: number }[];
    }>('get-area-tree', {});
    expect(status).toBe(200);
    expect(body.siteId).toBe(stand.ids.site);
    expect(body.levels.map((level) => level.label)).toEqual(['街道', '网格', '居民区·商务区', '微网格', '楼组']);
    expect(body.areas.map((area) => area.name)).toEqual([
      '潍坊新村街道',
      '第一网格',
      '源竹居民区',
      '源竹第1微网格',
      '源竹第2微网格',
      '源竹第3微网格',
    ]);
    expect(body.areas[3]?.areaM2).toBeGreaterThan(40_000);
  });
  it('shows staff of another site that one', async () => {
    const { body } = await stand.get<{ siteId: string }>('get-area-tree', {}, actorWith('system-admin', 'OTHER'));
    expect(body.siteId).toBe(stand.ids.other);
  });
  it('has nothing on a day before the places began', async () => {
    const { body } = await stand.get<{ areas: unknown[] }>('get-area-tree', { day: '2019-12-31' });
    expect(body.areas).toEqual([]);
  });
  it('answers the map of a level with scenery, the same object again', async () => {
    const { body } = await stand.get<{
      areas: { features: { properties: { name: string } }[] };
      scenery: { features: { properties: unknown }[] };
      bounds: number[];
    }>('get-map', { level: 4, scenery: true });
    expect(body.areas.features.map((feature) => feature.properties.name)).toContain('源竹第2微网格');
    expect(body.scenery.features).toHaveLength(1);
    expect(body.bounds).toEqual([121.5, 31.2, 121.506, 31.202]);
    const call = { siteId: stand.ids.site, level: 4, scenery: true };
    const places = stand.cache.get();
    expect(places.mapOn({ ...call, day: '2026-06-01' })).toBe(places.mapOn({ ...call, day: '2023-05-05' }));
  });
  it('refuses a level the map does not have', async () => {
    expect((await stand.get('get-map', { level: 5 })).status).toBe(400);
  });
  it('locates a point in WGS-84 and in GCJ-02, with the nearest building', async () => {
    const at = point(1.25, 0.5);
    const plain = await stand.get<{ areas: { name: string }[]; nearestBuilding: { address: string; metres: number } }>(
      'locate-point',
      at,
    );
    expect(plain.body.areas.map((area) => area.name)).toEqual([
      '潍坊新村街道',
      '第一网格',
      '源竹居民区',
      '源竹第2微网格',
    ]);
    expect(plain.body.nearestBuilding).toMatchObject({ address: '潍坊路100弄1号' });
    expect(plain.body.nearestBuilding.metres).toBeLessThan(15);
    const moved = await stand.get<{ wgs84: [number, number] }>('locate-point', { ...at, crs: 'gcj02' });
    expect(Math.abs(moved.body.wgs84[0] - at.lng)).toBeGreaterThan(0.003);
  });
  it('answers in GCJ-02 and BD-09 where that is asked for: points, maps and every version of an area', async () => {
    const known = { wgs84: [121.4998, 31.2397], gcj02: [121.504233, 31.237686], bd09: [121.510842, 31.243335] };
    const [lng, lat] = known.wgs84;
    const { body } = await stand.get<Record<keyof typeof known, [number, number]>>('locate-point', { lng, lat });
    for (const [crs, [x = 0, y = 0]] of Object.entries(known) as [keyof typeof known, number[]][]) {
      expect(body[crs][0]).toBeCloseTo(x, 5);
      expect(body[crs][1]).toBeCloseTo(y, 5);
    }
    type Shape = { geometry: { coordinates: number[][][] } };
    const [plain, moved] = await Promise.all(
      ['wgs84', 'gcj02'].map(async (crs) => {
        const map = await stand.get<{ areas: { features: Shape[] }; scenery: { features: Shape[] }; bounds: number[] }>(
          'get-map',
          { level: 4, scenery: true, crs },
        );
        const area = await stand.get<Shape & { versions: Shape[] }>('get-area', { areaId: stand.ids.b, crs }, admin);
        const corner = (shape: Shape | undefined) => shape?.geometry.coordinates[0]?.[0]?.[0] ?? 0;
        const { areas, bounds } = map.body;
        return [corner(areas.features[0]), corner(area.body), corner(area.body.versions[0]), bounds[0] ?? 0];
      }),
    );
    for (const [at, value] of plain?.entries() ?? []) expect((moved?.[at] ?? 0) - value).toBeCloseTo(0.0044, 3);
    expect(plain?.[0]).toBeGreaterThan(121);
  });
  it('places a point that only an upper area covers as deep as it goes, and none outside', async () => {
    const above = await stand.get<{ areas: { name: string }[] }>('locate-point', point(1.5, 1.5));
    expect(above.body.areas.map((area) => area.name)).toEqual(['潍坊新村街道']);
    expect((await stand.get<{ areas: unknown }>('locate-point', { lng: 0, lat: 0 })).body.areas).toBeNull();
  });
  it('finds addresses by several words, full-width digits too, and takes signs literally', async () => {
    const search = async (text: string) =>
      (await stand.get<{ hits: { address: string }[] }>('search-addresses', { text })).body.hits;
    expect((await search('潍坊路 2号')).map((hit) => hit.address)).toEqual(['潍坊路100弄2号']);
    expect(await search('潍坊路1００弄')).toHaveLength(2);
    expect((await search('第3微网格'))[0]?.address).toBe('潍坊新村街道 第一网格 源竹居民区 源竹第3微网格');
    expect(await search('%')).toEqual([]);
    expect(await search('\\')).toEqual([]);
    expect((await stand.get('search-addresses', { text: '   ' })).status).toBe(400);
  });
  it('shows an area to its own people only', async () => {
    const query = { areaId: stand.ids.b };
    expect((await stand.get('get-area', query, anonymousActor)).status).toBe(401);
    expect((await stand.get('get-area', query, actorWith('system-admin', 'OTHER'))).status).toBe(404);
    expect((await stand.get('get-area', { areaId: newId() }, admin)).status).toBe(404);
    const { body } = await stand.get<{ parents: { name: string }[]; versions: { version: number; reason: string }[] }>(
      'get-area',
      query,
      resident,
    );
    expect(body.parents.map((parent) => parent.name)).toEqual(['潍坊新村街道', '第一网格', '源竹居民区']);
    expect(body.versions).toMatchObject([{ version: 1, reason: 'seed' }]);
  });
  it('names what is wrong among children', async () => {
    const sound = await stand.get('check-areas', { parentId: stand.ids.area }, resident);
    expect(sound.body).toEqual({ children: 3, problems: [] });
    const site = await stand.get<{ problems: { kind: string }[] }>(
      'check-areas',
      { parentId: stand.ids.site },
      resident,
    );
    expect(site.body.problems.map((problem) => problem.kind)).toEqual(['gap']);
  });
  it('answers a day that does not exist with the field', async () => {
    const { status, body } = await stand.get('get-area-tree', { day: '2026-02-30' });
    expect(status).toBe(400);
    expect(body.error?.fields?.[0]?.path).toBe('day');
  });
});

describe('the index', () => {
  it('knows sites, chains and nothing of unknown areas', () => {
    const places = stand.cache.get();
    expect(places.sites().map((site) => site.path)).toEqual(['310115005', 'OTHER']);
    expect(places.chainOf(stand.ids.c)?.areas.map((area) => area.level)).toEqual([1, 2, 3, 4]);
    expect(places.chainOf(newId())).toBeNull();
    expect(places.locate(point(2.5, 0.5).lng, point(2.5, 0.5).lat)?.areaId).toBe(stand.ids.c);
  });
  it('reads words for the levels from the setting', async () => {
    const value = JSON.stringify({ [stand.ids.other]: ['镇', '片'], broken: 7 });
    await stand.database.asSystem((db) =>
      sql`insert into setting (key, value, changed_at) values ('places.levels', ${value}::jsonb, now())`.execute(db),
    );
    await stand.cache.refresh();
    const labels = (id: string) =>
      stand.cache
        .get()
        .levelsOf(id)
        .map((level) => level.label);
    expect(labels(stand.ids.other).slice(0, 3)).toEqual(['镇', '片', '居民区·商务区']);
    expect(labels(stand.ids.site)[0]).toBe('街道');
  });
});

it('stores the 25,000 homes of a street in one go', async () => {
  const { rows } = await stand.database.asSystem((db) =>
    sql<{ id: string }>`select id from building limit 1`.execute(db),
  );
  const buildingId = rows[0]?.id ?? '';
  const homes = Array.from({ length: 25_000 }, (_, n) => ({
    id: newId(),
    buildingId,
    room: `x${n}`,
    areaCm2: 500_000,
  }));
  const stored = await stand.database.asSystem(async (db) => {
    await insertHomes(db, homes);
    return sql<{
      n: number;
    }>`select count(*)::int as n from home where building_id = ${buildingId} and room like 'x%'`.execute(db);
  });
  expect(stored.rows[0]?.n).toBe(25_000);
});
