/** Positions of subjects that have something: a bit for each where many have it, a sorted list where few do. */
export interface PositionSet {
  size: number;
  /** Null while the set is a list. */
  bits: Int32Array | null;
  list: Int32Array;
}

/** Below one in 32 a list is smaller than the bits; a set goes back to a list only far below, so that it does not flutter. */
const denseShare = 32;
const sparseShare = 128;

export function createPositionSet(): PositionSet {
  return { size: 0, bits: null, list: new Int32Array(8) };
}

export function hasPosition(set: PositionSet, position: number): boolean {
  if (set.bits) return (((set.bits[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
  const at = lowerBound(set.list, set.size, position);
  return at < set.size && set.list[at] === position;
}

/** Adds a position; `capacity` is how many positions there may be. */
export function addPosition(set: PositionSet, position: number, capacity: number): void {
  if (!set.bits && (set.size + 1) * denseShare > capacity) set.bits = toBits(set, capacity);
  if (set.bits) {
    if (position >>> 5 >= set.bits.length) set.bits = grown(set.bits, wordsFor(Math.max(capacity, position + 1)));
    if (hasPosition(set, position)) return;
    const word = position >>> 5;
    set.bits[word] = (set.bits[word] ?? 0) | (1 << (position & 31));
    set.size++;
    return;
  }
  // Loading comes in order: the usual case is the end of the list.
  const at =
    set.size === 0 || (set.list[set.size - 1] ?? 0) < position ? set.size : lowerBound(set.list, set.size, position);
  if (at < set.size && set.list[at] === position) return;
  if (set.size === set.list.length) set.list = grown(set.list, set.list.length * 2);
  if (at < set.size) set.list.copyWithin(at + 1, at, set.size);
  set.list[at] = position;
  set.size++;
}

export function removePosition(set: PositionSet, position: number): void {
  if (!hasPosition(set, position)) return;
  set.size--;
  if (set.bits) {
    const word = position >>> 5;
    set.bits[word] = (set.bits[word] ?? 0) & ~(1 << (position & 31));
    if (set.size * sparseShare < set.bits.length * 32) toList(set);
    return;
  }
  const at = lowerBound(set.list, set.size + 1, position);
  set.list.copyWithin(at, at + 1, set.size + 1);
}

export function wordsFor(positions: number): number {
  return (positions + 31) >>> 5;
}

/** The first index whose value is not below `value`. */
export function lowerBound(list: Int32Array, size: number, value: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toBits(set: PositionSet, capacity: number): Int32Array {
  const bits = new Int32Array(wordsFor(capacity));
  for (let i = 0; i < set.size; i++) {
    const position = set.list[i] ?? 0;
    bits[position >>> 5] = (bits[position >>> 5] ?? 0) | (1 << (position & 31));
  }
  set.list = new Int32Array(0);
  return bits;
}

function toList(set: PositionSet): void {
  const { bits } = set;
  if (!bits) return;
  const list = new Int32Array(Math.max(8, set.size * 2));
  let n = 0;
  for (let word = 0; word < bits.length; word++)
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1)
      list[n++] = word * 32 + 31 - Math.clz32(rest & -rest);
  set.list = list;
  set.bits = null;
}

function grown(array: Int32Array, length: number): Int32Array {
  const wide = new Int32Array(Math.max(8, length));
  wide.set(array);
  return wide;
}
