import type { Random } from '../../street/random.ts';

/** A value with where it came from; `back` = days since it was recorded. */
export interface Value {
  field: string;
  value: string | number | boolean;
  source: string;
  back: number;
}

/** Collects what is known of a subject, with the gaps and the age every real register has. */
export interface Known {
  readonly values: readonly Value[];
  /** Records a value, the first of a field; `missing` = share of registers that lack it. */
  put(
    field: string,
    value: Value['value'] | null,
    from: { source: string; back?: readonly [number, number]; missing?: number },
  ): void;
}

export function createKnown(random: Random): Known {
  const values: Value[] = [];
  return {
    values,
    put(field, value, { source, back = [5, 330], missing = 0 }) {
      if (value === null || random.chance(missing) || values.some((known) => known.field === field)) return;
      values.push({ field, value, source, back: random.int(back[0], back[1]) });
    },
  };
}

/** One of the choices by weight. */
export function weighted<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error('nothing to choose from');
  return last[0];
}
