import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FigureGroup, hideFigures, type RowFigure } from './hide-figures.ts';

/** People by which of the figures count them, as random conditions would have it. */
const rows = fc.integer({ min: 1, max: 6 }).chain((figures) =>
  fc.record({
    figures: fc.constant(figures),
    groups: fc.array(
      fc.record({
        figures: fc.subarray(Array.from({ length: figures }, (_, at) => at)),
        count: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 7 },
    ),
  }),
);

function peopleOf(groups: readonly FigureGroup[]): number[][] {
  return groups.flatMap(({ figures, count }) => Array.from({ length: count }, () => [...figures]));
}

function behind(people: readonly number[][], at: number): Set<number> {
  return new Set(people.flatMap((figures, person) => (figures.includes(at) ? [person] : [])));
}

/** Every number that comes of taking shown figures without anybody in common from a shown one that holds them. */
function differences(people: readonly number[][], shown: readonly number[]): number[] {
  const sets = new Map(shown.map((at) => [at, behind(people, at)]));
  return [...sets].flatMap(([whole, all]) => {
    const inside = [...sets].filter(
      ([at, set]) => at !== whole && set.size > 0 && [...set].every((one) => all.has(one)),
    );
    const left: number[] = [];
    for (let chosen = 1; chosen < 2 ** inside.length; chosen++) {
      const parts = inside.filter((_, n) => (chosen & (1 << n)) !== 0).map(([, set]) => set);
      const together = new Set(parts.flatMap((set) => [...set]));
      if (together.size === parts.reduce((sum, set) => sum + set.size, 0)) left.push(all.size - together.size);
    }
    return left;
  });
}

const isSmall = (count: number) => count > 0 && count < 5;

describe('figures of a row for whom may not see its people', () => {
  for (const sum of [null, 'income'])
    it(`show no ${sum ?? 'count'} of one to four, and none follows from those shown`, () => {
      fc.assert(
        fc.property(rows, ({ figures, groups }) => {
          const columns = Array.from({ length: figures }, (_, at): RowFigure => ({ at, sum }));
          const hidden = hideFigures(groups, columns);
          const people = peopleOf(groups);
          for (const { at } of columns) {
            const count = behind(people, at).size;
            expect(hidden.get(at) === 'few').toBe(isSmall(count));
            if (count === 0) expect(hidden.has(at)).toBe(false);
          }
          const shown = columns.map(({ at }) => at).filter((at) => !hidden.has(at));
          expect(differences(people, shown).filter(isSmall)).toEqual([]);
        }),
        { numRuns: 800 },
      );
    });

  /** All, and a part for each number: how many values the hidden parts may have given all that is shown. */
  it('leave more than one way to fill the parts of a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 4 }), (parts) => {
        const groups = parts.map((count, n) => ({ figures: [0, n + 1], count }));
        const figures = Array.from({ length: parts.length + 1 }, (_, at): RowFigure => ({ at, sum: null }));
        const hidden = hideFigures(groups, figures);
        const total = parts.reduce((all, count) => all + count, 0);
        const fits = (value: number, at: number, real: number) => {
          const state = hidden.get(at);
          if (state === undefined) return value === real;
          return state === 'few' ? isSmall(value) : value >= 5;
        };
        let ways: number[][] = [[]];
        for (const [n, real] of parts.entries())
          ways = ways.flatMap((way) =>
            Array.from({ length: 46 }, (_, value) => value)
              .filter((value) => fits(value, n + 1, real))
              .map((value) => [...way, value]),
          );
        ways = ways.filter((way) =>
          fits(
            way.reduce((all, value) => all + value, 0),
            0,
            total,
          ),
        );
        for (const [n, real] of parts.entries())
          if (isSmall(real)) expect(new Set(ways.map((way) => way[n])).size).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });

  it('hide the next smallest beside a single small one, and nothing without need', () => {
    const counts = (at: number): RowFigure => ({ at, sum: null });
    const parts = [
      { figures: [0, 1], count: 40 },
      { figures: [0, 2], count: 3 },
      { figures: [0, 3], count: 17 },
    ];
    expect(hideFigures(parts, [0, 1, 2, 3].map(counts))).toEqual(
      new Map([
        [2, 'few'],
        [3, 'withheld'],
      ]),
    );
    // Without the whole nothing follows from the others.
    expect(hideFigures(parts, [1, 2, 3].map(counts))).toEqual(new Map([[2, 'few']]));
    // All but three: who is not in it follows from the two.
    const nearly = [
      { figures: [0, 1], count: 57 },
      { figures: [0], count: 3 },
    ];
    expect(hideFigures(nearly, [0, 1].map(counts))).toEqual(new Map([[1, 'withheld']]));
    expect(hideFigures([{ figures: [0, 1], count: 60 }], [0, 1].map(counts)).size).toBe(0);
  });

  it('keep sums apart from counts and from sums of other fields', () => {
    const groups = [
      { figures: [0, 1, 2], count: 3 },
      { figures: [0, 1], count: 50 },
    ];
    const figures: RowFigure[] = [
      { at: 0, sum: null },
      { at: 1, sum: 'income' },
      { at: 2, sum: 'hours' },
    ];
    expect(hideFigures(groups, figures)).toEqual(new Map([[2, 'few']]));
  });
});
