import { ratio } from './indicators.ts';

/** 95 % of a normal distribution lies within so many deviations. */
const z95 = 1.959964;

/**
 * Where the true share lies with 95 % confidence (Wilson score), both ends 0 – 1.
 * null when there is nothing to judge, or when the pair is no share (rework may exceed its cases).
 */
export function interval(numerator: number, denominator: number): { low: number; high: number } | null {
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
  const share = numerator / denominator;
  const z2 = z95 * z95;
  const scale = 1 + z2 / denominator;
  const centre = (share + z2 / (2 * denominator)) / scale;
  const half = (z95 * Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator * denominator))) / scale;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

export type RankInput<Key> = { readonly key: Key; readonly numerator: number; readonly denominator: number };
export type Ranked<Key> = RankInput<Key> & {
  readonly value: number;
  readonly interval: { low: number; high: number } | null;
  /** 1 = best; the same value shares a rank. */
  readonly rank: number;
};

/**
 * Best first, ties by the larger count. Who has fewer cases than `minimumCount` is not ranked but listed apart:
 * two cases out of two is luck, not merit.
 */
export function rankBy<Key>(
  rows: readonly RankInput<Key>[],
  options: { readonly better: 'up' | 'down'; readonly minimumCount: number },
): { ranked: Ranked<Key>[]; tooFew: RankInput<Key>[] } {
  const enough: (RankInput<Key> & { value: number })[] = [];
  const tooFew: RankInput<Key>[] = [];
  for (const row of rows) {
    const value = ratio(row.numerator, row.denominator);
    if (value === null || row.denominator < options.minimumCount) tooFew.push(row);
    else enough.push({ ...row, value });
  }
  const sign = options.better === 'up' ? -1 : 1;
  enough.sort((a, b) => sign * (a.value - b.value) || b.denominator - a.denominator);
  const ranked: Ranked<Key>[] = [];
  for (const [index, row] of enough.entries()) {
    const previous = ranked[index - 1];
    const rank = previous && previous.value === row.value ? previous.rank : index + 1;
    ranked.push({ ...row, rank, interval: interval(row.numerator, row.denominator) });
  }
  return { ranked, tooFew };
}
