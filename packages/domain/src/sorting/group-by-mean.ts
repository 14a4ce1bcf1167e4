/** Rows of weights by term, terms ascending. */
export interface WeighedRow {
  terms: Int32Array;
  value: Float32Array;
}

/** How alike two rows of length 1 are, 0 to 1. */
export function likeness(a: WeighedRow, b: WeighedRow): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const left = a.terms[i] ?? 0;
    const right = b.terms[j] ?? 0;
    if (left === right) sum += (a.value[i++] ?? 0) * (b.value[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

/**
 * Groups by mean likeness (average link): the two groups whose members are most alike on average are joined, until none are as alike
 * as `floor`. A chain of neighbours does not become one group, because all members count. `alike` is symmetric; O(n²) memory.
 */
export function groupByMean(count: number, alike: (a: number, b: number) => number, floor: number): number[][] {
  const sums = new Float32Array(count * count);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < a; b++) {
      const one = alike(a, b);
      sums[a * count + b] = one;
      sums[b * count + a] = one;
    }
  const groups: number[][] = Array.from({ length: count }, (_, i) => [i]);
  const alive = groups.map((_, i) => i);
  const nearest = new Int32Array(count).fill(-1);
  const mean = (a: number, b: number) =>
    (sums[a * count + b] ?? 0) / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1));
  const seek = (a: number) => {
    let best = -1;
    for (const b of alive) if (b !== a && (best < 0 || mean(a, b) > mean(a, best))) best = b;
    nearest[a] = best;
  };
  for (const a of alive) seek(a);
  while (alive.length > 1) {
    let left = -1;
    for (const a of alive) if (left < 0 || mean(a, nearest[a] ?? a) > mean(left, nearest[left] ?? left)) left = a;
    const right = nearest[left] ?? -1;
    if (right < 0 || mean(left, right) < floor) break;
    for (const other of alive) {
      const sum = (sums[left * count + other] ?? 0) + (sums[right * count + other] ?? 0);
      sums[left * count + other] = sum;
      sums[other * count + left] = sum;
    }
    groups[left]?.push(...(groups[right] ?? []));
    groups[right] = [];
    alive.splice(alive.indexOf(right), 1);
    for (const a of alive) if (a === left || nearest[a] === left || nearest[a] === right) seek(a);
  }
  return groups.filter((group) => group.length > 0);
}
