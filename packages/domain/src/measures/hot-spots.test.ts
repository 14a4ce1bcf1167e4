import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHotSpots, type PlacedReport } from './hot-spots.ts';

const metre = 1 / 111_320;
const at = (east: number, north: number, hour = 0): PlacedReport => ({
  caseId: `${east}/${north}/${hour}`,
  lng: 121.5 + (east * metre) / Math.cos((31.23 * Math.PI) / 180),
  lat: 31.23 + north * metre,
  reportedAt: new Date(Date.UTC(2026, 2, 1, hour)),
});
const options = { radiusMetres: 60, least: 3 };

describe('hot spots', () => {
  it('are places with enough reports close together; lone ones are none', () => {
    const spots = findHotSpots([at(0, 0), at(20, 10), at(-15, 5), at(500, 0), at(900, 0), at(905, 3)], options);
    expect(spots.map((spot) => spot.count)).toEqual([3]);
    expect(spots[0]?.lat).toBeCloseTo(31.23 + 5 * metre, 6);
  });

  it('keep two places apart and put the busier one first', () => {
    const spots = findHotSpots(
      [0, 1, 2, 300, 301, 302, 303].map((east) => at(east, 0)),
      options,
    );
    expect(spots.map((spot) => spot.count)).toEqual([4, 3]);
  });

  it('count days by the site’s zone and name first and latest', () => {
    // 15:30 and 16:30 UTC on March 1 are March 1 and March 2 in Shanghai.
    const spots = findHotSpots([at(0, 0, 14), at(1, 0, 15), at(2, 0, 17)], options);
    expect(spots[0]?.days).toBe(2);
    expect(spots[0]?.latest.toISOString()).toBe('2026-03-01T17:00:00.000Z');
    expect(spots[0]?.reports[0]?.caseId).toBe('2/0/17');
  });

  it('give every report to one spot at most, whatever the order they come in', () => {
    const coordinate = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }), (places) => {
        const reports = places.map(([east, north], i) => at(east, north, i));
        const sizes = (list: readonly PlacedReport[]) => {
          const spots = findHotSpots(list, options);
          const ids = spots.flatMap((spot) => spot.reports.map((report) => report.caseId));
          expect(new Set(ids).size).toBe(ids.length);
          expect(spots.every((spot) => spot.count >= options.least)).toBe(true);
          return spots.length;
        };
        expect(sizes(reports)).toBe(sizes(reports.toReversed()));
      }),
    );
  });

  it('are none without reports or reach', () => {
    expect(findHotSpots([], options)).toEqual([]);
    expect(findHotSpots([at(0, 0)], { radiusMetres: 0, least: 1 })).toEqual([]);
  });
});
