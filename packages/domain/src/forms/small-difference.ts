import { type FigureSet, holds } from './figure-set.ts';

/**
 * A shown figure that must be hidden because figures without anybody in common, taken from one that holds them all, leave one to `most` subjects:
 * the smallest of those taken. Null when nothing of the kind can be worked out. `weights`: how many subjects each group has.
 */
export function findSmallDifference(
  shown: readonly FigureSet[],
  weights: readonly number[],
  most: number,
): FigureSet | null {
  // The heaviest first: what is too many to be left over must be taken by some part.
  const groups = weights.map((weight, n) => ({ weight, bit: 1n << BigInt(n) })).toSorted((a, b) => b.weight - a.weight);
  for (const whole of shown) {
    const parts = shown.filter((set) => set !== whole && holds(whole, set));
    if (parts.length === 0) continue;
    const own = groups.filter(({ bit }) => (whole.groups & bit) !== 0n);
    const taken = take({ groups: own, parts, most }, { settled: 0n, taken: [], left: 0 });
    const smallest = taken?.toSorted((a, b) => a.count - b.count)[0];
    if (smallest) return smallest;
  }
  return null;
}

interface Search {
  readonly groups: readonly { weight: number; bit: bigint }[];
  readonly parts: readonly FigureSet[];
  readonly most: number;
}

interface Taken {
  /** Groups that were taken or are left over. */
  readonly settled: bigint;
  readonly taken: readonly FigureSet[];
  readonly left: number;
}

/** Goes through the ways to take parts with at most `most` left over; the first that leaves anybody. */
function take(search: Search, at: Taken): readonly FigureSet[] | null {
  const next = search.groups.find(({ bit }) => (at.settled & bit) === 0n);
  if (next === undefined) return at.left > 0 && at.taken.length > 0 ? at.taken : null;
  const left = at.left + next.weight;
  if (left <= search.most) {
    const found = take(search, { settled: at.settled | next.bit, taken: at.taken, left });
    if (found) return found;
  }
  for (const part of search.parts) {
    if ((part.groups & next.bit) === 0n || (part.groups & at.settled) !== 0n) continue;
    const found = take(search, { settled: at.settled | part.groups, taken: [...at.taken, part], left: at.left });
    if (found) return found;
  }
  return null;
}
