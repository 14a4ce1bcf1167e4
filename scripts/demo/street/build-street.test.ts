import { describe, expect, test, vi } from 'vitest';
import { buildStreet } from './build-street.ts';
import { drawStreet } from './draw.ts';
import { contains } from './plane.ts';
import { toPlane } from './projection.ts';
import type { Polygon, PostRole, Unit } from './types.ts';

const street = buildStreet(1);
const areaByKey = new Map(street.areas.map((area) => [area.key, area]));
const ringOf = (polygon: Polygon | undefined) => (polygon?.coordinates[0] ?? []).slice(0, -1).map(toPlane);
const heldNow = new Map<string, string[]>();
for (const h of street.holdings) {
  if (h.untilDay === null && !h.deputy) heldNow.set(h.postKey, [...(heldNow.get(h.postKey) ?? []), h.personKey]);
}

// Whole streets are built: longer than a test usually takes where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

describe('the street of a seed', () => {
  test('is the same again, and another for another seed', () => {
    expect(JSON.stringify(buildStreet(1))).toBe(JSON.stringify(street));
    expect(JSON.stringify(buildStreet(2))).not.toBe(JSON.stringify(street));
  });

  test('counts its people from the bottom up', () => {
    for (const area of street.areas.filter((a) => a.level < 4)) {
      const below = street.areas.filter((a) => a.parentKey === area.key).reduce((sum, a) => sum + a.population, 0);
      expect(area.population, area.name).toBe(below);
    }
    expect(street.areas[0]?.population).toBeGreaterThan(50_000);
  });

  test('can be drawn', () => {
    const svg = drawStreet(street);
    expect(svg).toContain('世纪大道');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

describe('buildings and homes', () => {
  test('stand inside their micro-grid, with addresses of their own', () => {
    expect(street.buildings.length).toBeGreaterThan(1300);
    expect(street.buildings.length).toBeLessThan(1550);
    for (const building of street.buildings) {
      const ground = ringOf(areaByKey.get(building.microGridKey)?.polygon);
      for (const corner of ringOf(building.footprint)) expect(contains(ground, corner), building.address).toBe(true);
      expect(contains(ringOf(building.footprint), toPlane(building.point.coordinates))).toBe(true);
      expect(building.address).toMatch(/^[一-龥]+路(\d+弄)?\d+号$|^[一-龥]+(街|道)(\d+弄)?\d+号$/);
    }
    for (const field of ['key', 'address', 'name'] as const) {
      expect(new Set(street.buildings.map((b) => b[field])).size, field).toBe(street.buildings.length);
    }
  });

  test('do not stand in each other', () => {
    const rings = street.buildings.map((b) => ({ key: b.microGridKey, ring: ringOf(b.footprint) }));
    for (const [i, one] of rings.entries()) {
      const others = rings.slice(i + 1).filter((other) => other.key === one.key);
      for (const other of others) expect(other.ring.some((p) => contains(one.ring, p))).toBe(false);
    }
  });

  test('leave no residential micro-grid without a home', () => {
    const housed = new Set(street.buildings.filter((b) => b.kind === 'residential').map((b) => b.microGridKey));
    const business = street.areas.filter((a) => a.kind === 'business-area').map((a) => a.key);
    const empty = street.areas.filter(
      (a) => a.level === 4 && !business.includes(a.parentKey ?? '') && !housed.has(a.key),
    );
    expect(empty.map((a) => a.name)).toEqual([]);
  });

  test('hold about 25,000 homes, as many as floors and doors say', () => {
    expect(street.homes.length).toBeGreaterThan(22_000);
    expect(street.homes.length).toBeLessThan(29_000);
    expect(street.homes.length).toBe(street.buildings.reduce((sum, b) => sum + b.floors * b.homesPerFloor, 0));
    expect(new Set(street.homes.map((h) => h.key)).size).toBe(street.homes.length);
    for (const home of street.homes) {
      expect(home.room).toMatch(/^\d{1,2}0\d$/);
      expect(Number.isInteger(home.areaCm2) && home.areaCm2 > 3000 && home.areaCm2 < 20_000).toBe(true);
    }
  });
});

describe('units, posts and people', () => {
  const unitsOf = (kind: Unit['kind']): Unit[] => street.units.filter((unit) => unit.kind === kind);
  const postsOf = (role: PostRole) => street.posts.filter((post) => post.role === role);

  test('are those of a street', () => {
    expect(unitsOf('department')).toHaveLength(13);
    expect(unitsOf('property-firm')).toHaveLength(30);
    expect(unitsOf('committee')).toHaveLength(36);
    expect(unitsOf('station')).toHaveLength(6);
    expect(unitsOf('operator')).toHaveLength(2);
    expect(new Set(street.units.map((u) => u.name)).size).toBe(street.units.length);
  });

  test('every area below the grids is served by a property firm, each firm by one to three areas', () => {
    const served = new Set(unitsOf('property-firm').flatMap((unit) => unit.areaKeys));
    expect(street.areas.filter((a) => a.level === 3 && !served.has(a.key)).map((a) => a.name)).toEqual([]);
    for (const unit of unitsOf('property-firm')) expect([1, 2, 3]).toContain(unit.areaKeys.length);
  });

  test('one worker post per micro-grid, some vacant, nobody on more than two and those next to each other', () => {
    const workers = postsOf('grid-worker');
    expect(workers).toHaveLength(267);
    const vacant = workers.filter((post) => !heldNow.has(post.key)).length / workers.length;
    expect(vacant).toBeGreaterThan(0.03);
    expect(vacant).toBeLessThan(0.14);
    const places = new Map<string, string[]>();
    for (const post of workers) {
      for (const person of heldNow.get(post.key) ?? [])
        places.set(person, [...(places.get(person) ?? []), post.areaKey]);
    }
    const doubles = [...places.values()].filter((keys) => keys.length > 1);
    expect(doubles.length).toBeGreaterThan(20);
    for (const keys of doubles) {
      expect(keys).toHaveLength(2);
      const [a, b] = keys.map((key) => new Set(areaByKey.get(key)?.polygon.coordinates[0]?.map(String)));
      expect([...(a ?? [])].filter((corner) => b?.has(corner)).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('every unit has a lead and two handlers; the three administrators are three people', () => {
    for (const unit of street.units) {
      const own = street.posts.filter((post) => post.unitKey === unit.key);
      expect(own.filter((post) => post.role === 'unit-lead')).toHaveLength(1);
      expect(own.filter((post) => post.role === 'unit-handler')).toHaveLength(2);
    }
    const roles = ['system-admin', 'security-admin', 'audit-admin'] as const;
    const holders = roles.flatMap((role) => postsOf(role).flatMap((post) => heldNow.get(post.key) ?? []));
    expect(new Set(holders).size).toBe(3);
  });

  test('nobody holds a post twice at once, and every key leads somewhere', () => {
    for (const holders of heldNow.values()) expect(holders).toHaveLength(1);
    const persons = new Set(street.persons.map((p) => p.key));
    const posts = new Set(street.posts.map((p) => p.key));
    const units = new Set(street.units.map((u) => u.key));
    for (const h of street.holdings) {
      expect(persons.has(h.personKey) && posts.has(h.postKey)).toBe(true);
      if (h.untilDay !== null) expect(h.untilDay).toBeLessThan(h.fromDay);
    }
    for (const post of street.posts)
      expect(areaByKey.has(post.areaKey) && (post.unitKey === null || units.has(post.unitKey))).toBe(true);
    for (const unit of street.units) expect(unit.areaKeys.every((key) => areaByKey.has(key))).toBe(true);
    expect(new Set(street.persons.map((p) => p.name)).size).toBe(street.persons.length);
  });
});

describe('scenery', () => {
  test('has the river, the named avenues, parks and landmarks', () => {
    const names = street.scenery.map((s) => s.name);
    expect(names).toEqual(
      expect.arrayContaining([
        '黄浦江',
        '世纪大道',
        '浦东南路',
        '张杨路',
        '陆家嘴环路',
        '东昌路',
        '福山路',
        '商城路',
        '崂山路',
        '源深路',
      ]),
    );
    expect(street.scenery.filter((s) => s.kind === 'green').length).toBeGreaterThan(30);
    expect(street.scenery.filter((s) => s.kind === 'landmark').length).toBeGreaterThanOrEqual(8);
  });

  test('roads run along the edges of the micro-grids', () => {
    const corners = new Set(
      street.areas.filter((a) => a.level === 4).flatMap((a) => a.polygon.coordinates[0]?.map(String) ?? []),
    );
    for (const road of street.scenery.filter((s) => s.kind === 'road-minor')) {
      if (road.geometry.type !== 'LineString') throw new Error('a road is a line');
      for (const p of road.geometry.coordinates) expect(corners.has(String(p)), road.name ?? 'lane').toBe(true);
    }
  });
});
