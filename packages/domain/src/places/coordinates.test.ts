import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crs, convertPoint, convertShape, crsNames } from './coordinates.ts';

// Places of Shanghai with the same spot in the three systems, rounded to six decimals (about 0.1 m).
const spots = [
  { wgs84: [121.4998, 31.2397], gcj02: [121.504233, 31.237686], bd09: [121.510842, 31.243335] },
  { wgs84: [121.4072, 31.1158], gcj02: [121.411841, 31.113906], bd09: [121.418351, 31.119946] },
  { wgs84: [121.3853, 31.1111], gcj02: [121.389934, 31.109198], bd09: [121.396534, 31.114887] },
  { wgs84: [121.4737, 31.2304], gcj02: [121.478223, 31.228458], bd09: [121.484781, 31.234311] },
  { wgs84: [121.3974, 31.6268], gcj02: [121.402086, 31.625059], bd09: [121.408619, 31.630911] },
] as const;

const pairs = crsNames.flatMap((from) => crsNames.map((to) => [from, to] as const));

function metresApart(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const north = (a.lat - b.lat) * 111_000;
  const east = (a.lng - b.lng) * 111_320 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

describe('convertPoint', () => {
  it.each(pairs)('meets the check vectors from %s to %s within 0.3 m', (from, to) => {
    for (const spot of spots) {
      const got = convertPoint({ lng: spot[from][0], lat: spot[from][1] }, from, to);
      expect(metresApart(got, { lng: spot[to][0], lat: spot[to][1] })).toBeLessThan(0.3);
    }
  });

  it('shifts by some 480 m in Shanghai, so that a forgotten conversion is seen', () => {
    const spot = { lng: 121.4998, lat: 31.2397 };
    expect(metresApart(spot, convertPoint(spot, 'wgs84', 'gcj02'))).toBeGreaterThan(450);
  });

  it('inverts within a millimetre anywhere in inhabited China', () => {
    const crs = fc.constantFrom<Crs>(...crsNames);
    const lng = fc.double({ min: 75, max: 134, noNaN: true });
    const lat = fc.double({ min: 18.2, max: 53, noNaN: true });
    fc.assert(
      fc.property(lng, lat, crs, crs, (x, y, from, to) => {
        const there = convertPoint({ lng: x, lat: y }, from, to);
        const back = convertPoint(there, to, from);
        expect(metresApart(back, { lng: x, lat: y })).toBeLessThan(0.001);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves WGS-84 abroad as it is', () => {
    expect(convertPoint({ lng: 2.35, lat: 48.85 }, 'wgs84', 'gcj02')).toEqual({ lng: 2.35, lat: 48.85 });
  });
});

describe('convertShape', () => {
  it('converts every ring and keeps shared corners equal', () => {
    const ring = (west: number): [number, number][] => [
      [west, 31.2],
      [west + 0.01, 31.2],
      [west + 0.01, 31.21],
      [west, 31.21],
      [west, 31.2],
    ];
    const shape = { type: 'MultiPolygon' as const, coordinates: [[ring(121.5)], [ring(121.51)]] };
    const got = convertShape(shape, 'bd09', 'wgs84');
    expect(got.coordinates[0]?.[0]?.[1]).toEqual(got.coordinates[1]?.[0]?.[0]);
    expect(got.coordinates[0]?.[0]?.[0]?.[0]).toBeCloseTo(121.489, 2);
  });
});
