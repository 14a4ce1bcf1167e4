import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedArea } from './counted-area.ts';
import { type ShownCount, suppressCounts } from './suppress-counts.ts';

/** A tree of three levels with counts at its leaves. */
const trees = fc
  .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((blocks) => {
    const areas: CountedArea[] = [];
    let all = 0;
    for (const [b, leaves] of blocks.entries()) {
      const sum = leaves.reduce((a, n) => a + n, 0);
      all += sum;
      areas.push({ id: `b${b}`, parentId: 'root', count: sum, own: false });
      for (const [l, count] of leaves.entries()) areas.push({ id: `b${b}l${l}`, parentId: `b${b}`, count, own: false });
    }
    return [{ id: 'root', parentId: null, count: all, own: false }, ...areas];
  });

/** Every value the leaves of one hidden area may have, given all that is shown. */
function possible(areas: readonly CountedArea[], shown: ReadonlyMap<string, ShownCount>): Map<string, Set<number>> {
  const leaves = areas.filter((area) => !areas.some(({ parentId }) => parentId === area.id));
  const found = new Map(areas.map(({ id }) => [id, new Set<number>()]));
  const parents = areas.filter((area) => !leaves.includes(area));
  const range = (id: string): number[] => {
    const value = shown.get(id);
    if (typeof value === 'number') return [value];
    return value === 'few' ? [0, 1, 2, 3, 4] : [5, 6, 7, 8, 9, 10, 11, 12, 13];
  };
  // Each block by itself, then the blocks together: enough for trees of this size.
  const fits = (value: number, id: string) => {
    const said = shown.get(id);
    if (typeof said === 'number') return said === value;
    return said === 'few' ? value < 5 : value >= 5;
  };
  const blocks = parents.filter(({ id }) => id !== 'root');
  const sums = blocks.map((block) => {
    const own = leaves.filter(({ parentId }) => parentId === block.id);
    let ways: { sum: number; values: number[] }[] = [{ sum: 0, values: [] }];
    for (const { id } of own)
      ways = ways.flatMap((way) => range(id).map((n) => ({ sum: way.sum + n, values: [...way.values, n] })));
    return { block, own, ways: ways.filter(({ sum }) => fits(sum, block.id)) };
  });
  const totals = (skip: number) => {
    let set = new Set([0]);
    for (const [i, { ways }] of sums.entries())
      if (i !== skip)
        set = new Set([...set].flatMap((a) => [...new Set(ways.map(({ sum }) => sum))].map((b) => a + b)));
    return set;
  };
  for (const [i, { block, own, ways }] of sums.entries()) {
    const rest = totals(i);
    for (const way of ways) {
      if (![...rest].some((other) => fits(other + way.sum, 'root'))) continue;
      found.get(block.id)?.add(way.sum);
      for (const [n, leaf] of own.entries()) found.get(leaf.id)?.add(way.values[n] ?? 0);
    }
  }
  return found;
}

describe('small counts', () => {
  it('are never shown, and never follow from what is', () => {
    fc.assert(
      fc.property(trees, (areas) => {
        const shown = suppressCounts(areas);
        for (const { id, count } of areas) if (count > 0 && count < 5) expect(shown.get(id)).toBe('few');
        const ways = possible(areas, shown);
        for (const { id, count } of areas)
          if (id !== 'root' && count > 0 && count < 5) expect(ways.get(id)?.size ?? 0).toBeGreaterThan(1);
      }),
      { numRuns: 600 },
    );
  });

  it('are shown where the reader may see the people, and nothing is hidden without need', () => {
    const areas = [
      { id: 'root', parentId: null, count: 60, own: false },
      { id: 'a', parentId: 'root', count: 2, own: true },
      { id: 'b', parentId: 'root', count: 58, own: false },
    ];
    expect([...suppressCounts(areas).values()]).toEqual([60, 2, 58]);
    expect([...suppressCounts(areas.map((area) => ({ ...area, own: false }))).values()]).toEqual([
      60,
      'few',
      'withheld',
    ]);
  });
});
