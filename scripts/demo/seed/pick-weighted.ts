import type { Random } from '../street/random.ts';

/** One of the list, as often as its weight says. Throws on an empty list. */
export function pickWeighted<T>(random: Random, list: readonly T[], weightOf: (item: T) => number): T {
  let left = random.between(
    0,
    list.reduce((sum, item) => sum + weightOf(item), 0),
  );
  for (const item of list) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  return random.pick(list.slice(-1));
}
