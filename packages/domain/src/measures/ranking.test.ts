import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interval, rankBy } from './ranking.ts';

describe('interval', () => {
  // Published Wilson examples, 95 %.
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
  ])('of %d in %d', (n, d, low, high) => {
    const found = interval(n, d);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it.each([
    [0, 0],
    [3, 2],
    [-1, 2],
  ])('of %d in %d is nothing', (n, d) => {
    expect(interval(n, d)).toBeNull();
  });

  it('holds the share and narrows with the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (d, raw) => {
        const n = raw % (d + 1);
        const one = interval(n, d);
        const ten = interval(n * 10, d * 10);
        if (!one || !ten) throw new Error('a share has an interval');
        expect(one.low).toBeLessThanOrEqual(n / d + 1e-12);
        expect(one.high).toBeGreaterThanOrEqual(n / d - 1e-12);
        expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
      }),
    );
  });
});

describe('rankBy', () => {
  const rows = [
    { key: 'lucky', numerator: 2, denominator: 2 },
    { key: 'good', numerator: 45, denominator: 50 },
    { key: 'same', numerator: 90, denominator: 100 },
    { key: 'poor', numerator: 20, denominator: 50 },
    { key: 'idle', numerator: 0, denominator: 0 },
  ];

  it('ranks who has enough cases and lists the others apart', () => {
    const { ranked, tooFew } = rankBy(rows, { better: 'up', minimumCount: 10 });
    expect(ranked.map(({ key, rank }) => [key, rank])).toEqual([
      ['same', 1],
      ['good', 1],
      ['poor', 3],
    ]);
    expect(tooFew.map(({ key }) => key)).toEqual(['lucky', 'idle']);
    expect(ranked[0]?.interval?.low).toBeCloseTo(0.8256, 3);
  });

  it('turns round where less is better', () => {
    const { ranked } = rankBy(rows, { better: 'down', minimumCount: 1 });
    expect(ranked.map(({ key }) => key)).toEqual(['poor', 'same', 'good', 'lucky']);
  });
});
