import type { Polygon, Position } from '@linli/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaM2, centroid, distanceMetres, metresPerDegree, pointOnSurface } from './area.ts';
import { buildJitteredLattice, latticeOutline } from './jittered-lattice.ts';
import { containsPoint } from './rings.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });

describe('areaM2', () => {
  it.each([
    // The whole ellipsoid and one degree at the equator: published figures for WGS-84.
    ['the earth', polygon(box(-180, -90, 180, 90)), 510_065_621_724_000],
    ['a degree at the equator', polygon(box(0, 0, 1, 1)), 12_308_778_361],
  ])('%s', (_, shape, expected) => {
    expect(areaM2(shape) / expected).toBeCloseTo(1, 4);
  });

  it('measures a hectare in Shanghai within 0.01 %', () => {
    const scale = metresPerDegree(31.2);
    const shape = polygon(box(121.5, 31.2, 121.5 + 100 / scale.lng, 31.2 + 100 / scale.lat));
    expect(Math.abs(areaM2(shape) - 10_000)).toBeLessThan(1);
  });

  it('takes holes off and adds parts up, whichever way rings run', () => {
    const whole = areaM2(polygon(box(121, 31, 122, 32)));
    const hole = box(121.2, 31.2, 121.4, 31.4);
    const holed = areaM2(polygon(box(121, 31, 122, 32).toReversed(), hole));
    expect(holed).toBeCloseTo(whole - areaM2(polygon(hole)), 0);
    const parts = { type: 'MultiPolygon' as const, coordinates: [[hole], [box(123, 31.2, 123.2, 31.4)]] };
    expect(areaM2(parts)).toBeCloseTo(2 * areaM2(polygon(hole)), 0);
  });

  it('adds up over any lattice to the area of its outline', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3 }), (seed, bendsPerEdge) => {
        const size = { columns: 4, rows: 3, seed, bendsPerEdge, cellDegrees: 0.002 };
        const sum = buildJitteredLattice(size).reduce((total, cell) => total + areaM2(cell.polygon), 0);
        expect(sum).toBeCloseTo(areaM2(latticeOutline(size)), 2);
      }),
    );
  });
});

describe('distanceMetres', () => {
  it.each([
    // Quarter meridian; Flinders Peak to Buninyong, the worked example of Vincenty's formula (54,972.271 m).
    ['equator to pole', { lng: 0, lat: 0 }, { lng: 0, lat: 90 }, 10_001_966, 300],
    [
      'Flinders Peak to Buninyong',
      { lng: 144 + 25 / 60 + 29.52442 / 3600, lat: -(37 + 57 / 60 + 3.7203 / 3600) },
      { lng: 143 + 55 / 60 + 35.3839 / 3600, lat: -(37 + 39 / 60 + 10.1561 / 3600) },
      54_972.271,
      1,
    ],
    ['nowhere', { lng: 121.5, lat: 31.2 }, { lng: 121.5, lat: 31.2 }, 0, 0],
  ])('%s', (_, from, to, expected, slack) => {
    expect(Math.abs(distanceMetres(from, to) - expected)).toBeLessThanOrEqual(slack);
  });

  it('agrees with the local scale over some metres', () => {
    const scale = metresPerDegree(31.2);
    const to = { lng: 121.5 + 30 / scale.lng, lat: 31.2 + 40 / scale.lat };
    expect(distanceMetres({ lng: 121.5, lat: 31.2 }, to)).toBeCloseTo(50, 2);
  });
});

describe('centroid and pointOnSurface', () => {
  // An angle of two thin arms: its centre of gravity lies in the open.
  const angle = polygon([
    [0, 0],
    [10, 0],
    [10, 1],
    [1, 1],
    [1, 10],
    [0, 10],
    [0, 0],
  ]);

  it('puts the centroid of an angle in the open and the surface point inside', () => {
    const centre = centroid(angle);
    expect(containsPoint(angle, centre.lng, centre.lat)).toBe(false);
    const point = pointOnSurface(angle);
    expect(containsPoint(angle, point.lng, point.lat)).toBe(true);
  });

  it('weighs holes and parts', () => {
    expect(centroid(polygon(box(0, 0, 4, 4)))).toEqual({ lng: 2, lat: 2 });
    const holed = centroid(polygon(box(0, 0, 4, 4), box(2, 0.5, 3.5, 3.5)));
    expect(holed.lng).toBeLessThan(2);
    expect(holed.lat).toBeCloseTo(2, 9);
    const parts = { type: 'MultiPolygon' as const, coordinates: [[box(0, 0, 1, 1)], [box(3, 0, 4, 1).toReversed()]] };
    expect(centroid(parts).lng).toBeCloseTo(2, 9);
  });

  it('refuses a shape without positions', () => {
    expect(() => centroid({ type: 'MultiPolygon', coordinates: [] })).toThrow(RangeError);
  });

  it('finds a surface point beside a hole in the middle', () => {
    const ringed = polygon(box(0, 0, 4, 4), box(1, 1, 3, 3));
    const point = pointOnSurface(ringed);
    expect(containsPoint(ringed, point.lng, point.lat)).toBe(true);
  });
});
