import type { Polygon, Position } from '@linli/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres, metresPerDegree } from './area.ts';
import { buildJitteredLattice } from './jittered-lattice.ts';
import { buildLocator } from './locator.ts';
import { containsPoint } from './rings.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const area = (id: string, ...rings: Position[][]) => ({
  id,
  polygon: { type: 'Polygon', coordinates: rings } satisfies Polygon as Polygon,
});

const lattice = fc.record({
  columns: fc.integer({ min: 2, max: 6 }),
  rows: fc.integer({ min: 2, max: 6 }),
  seed: fc.integer(),
  bendsPerEdge: fc.integer({ min: 0, max: 3 }),
  cellDegrees: fc.constant(0.002),
});

describe('locate', () => {
  it('puts a random point of a random subdivision into exactly one cell', () => {
    fc.assert(
      fc.property(
        lattice,
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        (size, u, v) => {
          const cells = buildJitteredLattice(size);
          const lng = 121.2 + size.columns * size.cellDegrees * u;
          const lat = 30.9 + size.rows * size.cellDegrees * v;
          const holders = cells.filter((cell) => containsPoint(cell.polygon, lng, lat)).map((cell) => cell.id);
          expect(holders).toHaveLength(1);
          expect(buildLocator(cells).locate(lng, lat)).toBe(holders[0]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts every shared corner and every point of a shared edge into exactly one cell, in any order', () => {
    fc.assert(
      fc.property(lattice, fc.double({ min: 0, max: 1, noNaN: true }), (size, share) => {
        const cells = buildJitteredLattice(size);
        const forwards = buildLocator(cells);
        const backwards = buildLocator(cells.toReversed());
        for (const { polygon } of cells) {
          const ring = polygon.coordinates[0] ?? [];
          for (const [index, [x, y]] of ring.entries()) {
            const [nextX, nextY] = ring[index + 1] ?? [x, y];
            for (const [lng, lat] of [
              [x, y],
              [x + (nextX - x) * share, y + (nextY - y) * share],
            ] as const) {
              const found = forwards.locate(lng, lat);
              expect(found).not.toBeNull();
              expect(backwards.locate(lng, lat)).toBe(found);
              expect(cells.filter((cell) => containsPoint(cell.polygon, lng, lat)).length).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('knows holes, and what fills them', () => {
    const ringed = area('ringed', box(0, 0, 4, 4), box(1, 1, 3, 3));
    expect(buildLocator([ringed]).locate(2, 2)).toBeNull();
    const both = buildLocator([ringed, area('core', box(1, 1, 3, 3))]);
    expect(both.locate(2, 2)).toBe('core');
    expect(both.locate(0.5, 2)).toBe('ringed');
    expect(both.locate(1, 2)).not.toBe(both.locate(3, 2));
  });

  it('knows the parts of a multi-polygon', () => {
    const polygon = { type: 'MultiPolygon' as const, coordinates: [[box(0, 0, 1, 1)], [box(5, 0, 6, 1)]] };
    const locator = buildLocator([{ id: 'islands', polygon }, area('strait', box(1, 0, 5, 1))]);
    expect(locator.locate(5.5, 0.5)).toBe('islands');
    expect(locator.locate(3, 0.5)).toBe('strait');
  });

  it('belongs to an area on its outer edge and to none beyond', () => {
    const locator = buildLocator([area('only', box(0, 0, 1, 1))]);
    for (const [x, y] of [
      [0, 0],
      [1, 1],
      [1, 0.5],
      [0.5, 1],
    ] as const) {
      expect(locator.locate(x, y)).toBe('only');
    }
    expect(locator.locate(1.000001, 0.5)).toBeNull();
  });

  it('finds one area on an edge where the neighbour has one corner more', () => {
    const below = area('below', [
      [0, 0],
      [1, 0],
      [1, 0.3],
      [0, 0.1],
      [0, 0],
    ]);
    const above = area('above', [
      [0, 0.1],
      [1 / 3, 0.1 + 0.2 / 3],
      [1, 0.3],
      [1, 1],
      [0, 1],
      [0, 0.1],
    ]);
    const locator = buildLocator([below, above]);
    for (let i = 0; i <= 300; i += 1) expect(locator.locate(i / 300, 0.1 + (0.2 * i) / 300)).not.toBeNull();
  });

  it('gives overlapping ground to the smallest id, whatever the order', () => {
    const areas = [area('b', box(0, 0, 2, 2)), area('a', box(1, 1, 3, 3))];
    expect(buildLocator(areas).locate(1.5, 1.5)).toBe('a');
    expect(buildLocator(areas.toReversed()).locate(1.5, 1.5)).toBe('a');
  });

  it('answers nothing for no areas and for points that are none', () => {
    expect(buildLocator([]).locate(1, 1)).toBeNull();
    expect(buildLocator([]).locateNear(1, 1, 100)).toBeNull();
    const locator = buildLocator([area('only', box(0, 0, 1, 1))]);
    expect(locator.locate(Number.NaN, 0.5)).toBeNull();
    expect(locator.locate(0.5, Infinity)).toBeNull();
    expect(locator.locateNear(Number.NaN, 0.5, 10)).toBeNull();
  });
});

describe('locateNear', () => {
  const scale = metresPerDegree(31.2);
  const locator = buildLocator([
    area('west', box(121.5, 31.2, 121.51, 31.21)),
    area('east', box(121.52, 31.2, 121.53, 31.21)),
  ]);

  it('is at zero metres inside', () => {
    expect(locator.locateNear(121.505, 31.205, 5)).toEqual({ id: 'west', metres: 0 });
  });

  it('finds the nearest area within reach and none beyond', () => {
    const lng = 121.51 + 30 / scale.lng;
    expect(locator.locateNear(lng, 31.205, 40)?.id).toBe('west');
    expect(locator.locateNear(lng, 31.205, 40)?.metres).toBeCloseTo(30, 1);
    expect(locator.locateNear(lng, 31.205, 25)).toBeNull();
    expect(locator.locateNear(lng, 31.205, 0)).toBeNull();
    expect(locator.locateNear(121.517, 31.205, 2000)?.id).toBe('east');
  });

  it('measures to a corner', () => {
    const point = { lng: 121.5 - 0.0003, lat: 31.2 - 0.0004 };
    const metres = locator.locateNear(point.lng, point.lat, 100)?.metres ?? 0;
    expect(metres).toBeCloseTo(distanceMetres(point, { lng: 121.5, lat: 31.2 }), 1);
  });
});
