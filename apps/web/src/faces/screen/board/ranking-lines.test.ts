import { describe, expect, it } from 'vitest';
import { rankingLines } from './ranking-lines.ts';

const area = (numerator: number, ranked = true) => ({
  areaId: '019aac4b-3000-7283-a886-c6c01cbc5b54',
  name: `${numerator}`,
  onTime: { numerator, denominator: 20, value: numerator / 20 },
  low: 0,
  high: 1,
  ranked,
  rows: {},
});

describe('rankingLines', () => {
  it('shows all where there is room', () => {
    const { best, between, last } = rankingLines([area(20), area(19)], 4);
    expect([best.map(({ rank }) => rank), between, last]).toEqual([[1, 2], 0, []]);
  });

  it('shows the best and the last and says how many are between', () => {
    const found = rankingLines(
      [20, 19, 18, 17, 16, 15, 14].map((n) => area(n)),
      4,
    );
    expect(found.best.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(found.last.map(({ rank }) => rank)).toEqual([6, 7]);
    expect(found.between).toBe(3);
  });

  it('gives the same share the same rank and who has too few none', () => {
    const found = rankingLines([area(20), area(20), area(10), area(5, false)], 8);
    expect(found.best.map(({ rank }) => rank)).toEqual([1, 1, 3, null]);
    expect(found.tooFew).toBe(0);
  });

  it('counts those with too few that find no room', () => {
    const found = rankingLines([area(20), area(19), area(5, false), area(4, false)], 3);
    expect(found.best.map(({ rank }) => rank)).toEqual([1, 2, null]);
    expect(found.tooFew).toBe(1);
  });

  it('is empty of nothing', () => {
    expect(rankingLines([], 8)).toEqual({ best: [], between: 0, last: [], tooFew: 0 });
  });
});
