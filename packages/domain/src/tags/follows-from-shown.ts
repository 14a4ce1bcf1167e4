import type { CountedArea } from './counted-area.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * The hidden small counts that somebody could work out from what is shown: an area is the sum of its parts, `few` is `least` to `most`, `withheld`
 * more. On a tree the values an area may have are one range, found by adding up from the parts and subtracting down from the whole.
 */
export function followsFromShown(
  areas: readonly CountedArea[],
  hidden: ReadonlySet<string>,
  few: { least: number; most: number },
): CountedArea | null {
  const parts = new Map<string, CountedArea[]>();
  const ids = new Set(areas.map(({ id }) => id));
  const tops: CountedArea[] = [];
  for (const area of areas) {
    if (area.parentId === null || !ids.has(area.parentId)) tops.push(area);
    else {
      const siblings = parts.get(area.parentId);
      if (siblings) siblings.push(area);
      else parts.set(area.parentId, [area]);
    }
  }
  const ranges = new Map<string, Range>();
  const addUp = (area: CountedArea): Range => {
    const said = saidOf(area, hidden, few);
    const own = parts.get(area.id);
    const range = own ? both(said, sumOf(own.map(addUp))) : said;
    ranges.set(area.id, range);
    return range;
  };
  for (const top of tops) addUp(top);

  const follows = (area: CountedArea, range: Range): CountedArea | null => {
    if (hidden.has(area.id) && area.count > 0 && area.count <= few.most && range.low === range.high) return area;
    const own = parts.get(area.id) ?? [];
    const sum = sumOf(own.map(({ id }) => ranges.get(id) ?? range));
    for (const part of own) {
      const mine = ranges.get(part.id) ?? range;
      const others = { low: sum.low - mine.low, high: sum.high - mine.high };
      const left = { low: range.low - others.high, high: range.high - others.low };
      const found = follows(part, both(mine, left));
      if (found) return found;
    }
    return null;
  };
  for (const top of tops) {
    const found = follows(top, ranges.get(top.id) ?? saidOf(top, hidden, few));
    if (found) return found;
  }
  return null;
}

/** More people than any city has: no bound. Finite, so that sums can be taken apart again. */
const unbounded = 1e12;

function saidOf(
  area: CountedArea,
  hidden: ReadonlySet<string>,
  { least, most }: { least: number; most: number },
): Range {
  if (!hidden.has(area.id)) return { low: area.count, high: area.count };
  return area.count <= most ? { low: least, high: most } : { low: most + 1, high: unbounded };
}

function sumOf(ranges: readonly Range[]): Range {
  let [low, high] = [0, 0];
  for (const range of ranges) {
    low += range.low;
    high += range.high;
  }
  return { low, high };
}

function both(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}
