import type { CountedArea } from '../tags/counted-area.ts';
import { fewest, suppressCounts } from '../tags/suppress-counts.ts';
import { areApart, type FigureSet, holds } from './figure-set.ts';
import { findSmallDifference } from './small-difference.ts';

/** Subjects that stand behind exactly these figures of a row, and how many they are. */
export interface FigureGroup {
  readonly figures: readonly number[];
  readonly count: number;
}

/** A figure of a row: its column, and the field it sums; null where it counts. */
export interface RowFigure {
  readonly at: number;
  readonly sum: string | null;
}

/** `few`: one to four subjects behind it. `withheld`: such a figure could otherwise be worked out from it. */
export type HiddenFigure = 'few' | 'withheld';

/**
 * The figures of one row that a reader without sight of its people is not told: those with one to four subjects behind them, counts as sums, and as
 * many more as it takes that none follows by taking figures from a figure that holds them. What holds what is read from the subjects
 * themselves, so that women and others belong to all without anybody saying so.
 */
export function hideFigures(
  groups: readonly FigureGroup[],
  figures: readonly RowFigure[],
): ReadonlyMap<number, HiddenFigure> {
  const found = new Map<number, HiddenFigure>();
  // Counts go with counts, sums with sums of the same field: nothing follows from one about the other.
  for (const sum of new Set(figures.map((figure) => figure.sum))) {
    const columns = figures.filter((figure) => figure.sum === sum).map(({ at }) => at);
    const { sets, weights } = setsOf(groups, columns);
    for (const set of hideSets(sets, weights))
      for (const at of set.columns) found.set(at, set.count < fewest ? 'few' : 'withheld');
  }
  return found;
}

/** From the largest to the smallest; a figure with nobody behind it is none. */
function setsOf(
  groups: readonly FigureGroup[],
  columns: readonly number[],
): { sets: FigureSet[]; weights: readonly number[] } {
  const weightOf = new Map<string, number>();
  for (const { figures, count } of groups) {
    const key = columns.filter((at) => figures.includes(at)).join();
    if (key !== '' && count > 0) weightOf.set(key, (weightOf.get(key) ?? 0) + count);
  }
  const parts = [...weightOf].map(([key, count], n) => ({
    columns: key.split(',').map(Number),
    count,
    bit: 1n << BigInt(n),
  }));
  const sets = new Map<bigint, FigureSet>();
  for (const at of columns) {
    const own = parts.filter((part) => part.columns.includes(at));
    const bits = own.reduce((all, { bit }) => all | bit, 0n);
    const count = own.reduce((all, part) => all + part.count, 0);
    if (count > 0) sets.set(bits, { columns: [...(sets.get(bits)?.columns ?? []), at], groups: bits, count });
  }
  return {
    sets: [...sets.values()].toSorted((a, b) => b.count - a.count),
    weights: parts.map(({ count }) => count),
  };
}

/** Hiding only grows, so this ends. */
function hideSets(sets: readonly FigureSet[], weights: readonly number[]): ReadonlySet<FigureSet> {
  const hidden = new Set(sets.filter(({ count }) => count < fewest));
  const families = familiesOf(sets);
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const family of families) hideInFamily(family, hidden);
    const shown = sets.filter((set) => !hidden.has(set));
    const found = findSmallDifference(shown, weights, fewest - 1);
    if (found) hidden.add(found);
  }
  return hidden;
}

/** Figures of which any two hold one another or have nobody in common; figures that cross stand in different families. */
function familiesOf(sets: readonly FigureSet[]): FigureSet[][] {
  const families = new Map<string, FigureSet[]>();
  for (const first of sets) {
    const members = new Set([first]);
    for (const set of sets) if ([...members].every((one) => areNestedOrApart(one, set))) members.add(set);
    const family = sets.filter((set) => members.has(set));
    families.set(family.map(({ columns }) => columns[0]).join(), family);
  }
  return [...families.values()];
}

function areNestedOrApart(one: FigureSet, other: FigureSet): boolean {
  return areApart(one, other) || holds(one, other) || holds(other, one);
}

function hideInFamily(family: readonly FigureSet[], hidden: Set<FigureSet>): void {
  // Ordered from the largest: the last before a set that holds it is the smallest that does.
  const parents = family.map((set, n) => family.slice(0, n).findLastIndex((one) => holds(one, set)));
  const areas = family.map((set, n): CountedArea => {
    const parent = parents[n] ?? -1;
    const parentId = parent < 0 ? null : String(parent);
    return { id: String(n), parentId, count: set.count, own: false, hidden: hidden.has(set) };
  });
  const rests = family.flatMap((set, n): CountedArea[] => {
    const parts = family.filter((_, part) => parents[part] === n);
    const count = set.count - parts.reduce((all, part) => all + part.count, 0);
    if (parts.length === 0 || count === 0) return [];
    // Those in no smaller figure stand nowhere; how many they are follows only where all others of the group are shown.
    const isOpen = [set, ...parts].every((one) => !hidden.has(one));
    return [{ id: `${n}/rest`, parentId: String(n), count, own: false, hidden: !isOpen }];
  });
  const shown = suppressCounts([...areas, ...rests], 1);
  for (const [n, set] of family.entries()) if (typeof shown.get(String(n)) === 'string') hidden.add(set);
}
