/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts the numbers in a random order, in place (Fisher and Yates). */
export function shuffle(numbers: Int32Array, random: () => number): Int32Array {
  for (let i = numbers.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const kept = numbers[i] ?? 0;
    numbers[i] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
  return numbers;
}
