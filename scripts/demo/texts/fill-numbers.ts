import type { Random } from '../street/random.ts';

/** Puts a whole number where a slot says `<3-8>`. */
export function fillNumbers(random: Random, words: string): string {
  return words.replace(/<(\d+)-(\d+)>/g, (_, from: string, to: string) => String(random.int(Number(from), Number(to))));
}

/** One of the list, numbers filled in. */
export function say(random: Random, list: readonly string[]): string {
  return fillNumbers(random, random.pick(list));
}
