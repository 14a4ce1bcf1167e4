import { flatParts, type Question, testOf } from './compile-question.ts';
import { lowerBound, type PositionSet, wordsFor } from './position-set.ts';

/** Words looked at together: 16,384 positions, small enough for the processor's nearest cache. */
const blockWords = 512;

interface Walk {
  readonly base: PositionSet;
  readonly used: number;
  readonly start?: number;
}

/** Calls `visit` with each position of `base` that fits, in order, from `start`; stops when `visit` answers false. */
export function walkQuestion(question: Question, call: Walk, visit: (position: number) => boolean): void {
  const found = leadOf(question, call);
  if (found) {
    for (let i = lowerBound(found.list, found.size, call.start ?? 0); i < found.size; i++) {
      const position = found.list[i] ?? 0;
      if (found.test(position) && !visit(position)) return;
    }
    return;
  }
  eachBlock(question, call, (block, from, length) => {
    for (let i = 0; i < length; i++)
      for (let rest = block[i] ?? 0; rest !== 0; rest &= rest - 1)
        if (!visit((from + i) * 32 + 31 - Math.clz32(rest & -rest))) return false;
    return true;
  });
}

/** How many fit, by the number each position has in `leaf`. The inner loop calls nothing: it runs millions of times. */
export function countQuestion(question: Question, call: Walk & { leaf: Uint16Array; counts: Int32Array }): void {
  const { leaf, counts } = call;
  const found = leadOf(question, call);
  if (found) {
    for (let i = 0; i < found.size; i++) {
      const position = found.list[i] ?? 0;
      if (!found.test(position)) continue;
      const at = leaf[position] ?? 0;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return;
  }
  eachBlock(question, call, (block, from, length) => {
    for (let i = 0; i < length; i++) {
      const first = (from + i) * 32 + 31;
      for (let rest = block[i] ?? 0; rest !== 0; rest &= rest - 1) {
        const at = leaf[first - Math.clz32(rest & -rest)] ?? 0;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
    return true;
  });
}

/** Where a part is a short list its positions are tried one by one; null where whole words are quicker. */
function leadOf(
  question: Question,
  call: Walk,
): { list: Int32Array; size: number; test: (position: number) => boolean } | null {
  const parts: Question[] = [{ op: 'set', set: call.base }, ...flatParts(question)];
  const lead = shortest(parts);
  if (!lead || lead.size * 4 >= wordsFor(call.used)) return null;
  const others = parts.filter((part) => part.op !== 'set' || part.set !== lead);
  return { list: lead.list, size: lead.size, test: testOf({ op: 'and', parts: others }) };
}

function shortest(parts: readonly Question[]): PositionSet | null {
  let best: PositionSet | null = null;
  for (const part of parts)
    if (part.op === 'set' && !part.set.bits && (!best || part.set.size < best.size)) best = part.set;
  return best;
}

/** Whole words combined block by block; `take` answers false to stop. */
function eachBlock(
  question: Question,
  call: Walk,
  take: (block: Int32Array, from: number, length: number) => boolean,
): void {
  const parts = inOrderOfCost(flatParts(question));
  const start = call.start ?? 0;
  const words = wordsFor(call.used);
  const scratch: Int32Array[] = [];
  const block = new Int32Array(blockWords);
  for (let from = start >>> 5; from < words; from += blockWords) {
    const span = { from, length: Math.min(blockWords, words - from) };
    block.fill(-1, 0, span.length);
    if (from === start >>> 5) block[0] = -1 << (start & 31);
    narrowBySet(call.base, block, span);
    for (const part of parts) narrow(part, block, span, scratch, 0);
    if (!take(block, from, span.length)) return;
  }
}

/** Where a list is spread out as bits; used and left within one call. */
const listBlock = new Int32Array(blockWords);

type Span = { readonly from: number; readonly length: number };

/** Leaves in `block` only the bits that fit. Scratch blocks are kept per depth. */
function narrow(question: Question, block: Int32Array, span: Span, scratch: Int32Array[], level: number): void {
  switch (question.op) {
    case 'set':
      narrowBySet(question.set, block, span);
      return;
    case 'test':
      narrowByTest(question.test, block, span);
      return;
    case 'and':
      for (const part of question.parts) narrow(part, block, span, scratch, level);
      return;
    case 'not': {
      const bits = question.part.op === 'set' ? question.part.set.bits : null;
      if (bits) {
        const known = Math.min(span.length, Math.max(0, bits.length - span.from));
        for (let i = 0; i < known; i++) block[i] = (block[i] ?? 0) & ~(bits[span.from + i] ?? 0);
        return;
      }
      const inner = scratchAt(scratch, level * 2);
      inner.set(block);
      narrow(question.part, inner, span, scratch, level + 1);
      for (let i = 0; i < span.length; i++) block[i] = (block[i] ?? 0) & ~(inner[i] ?? 0);
      return;
    }
    case 'or': {
      const [inner, sum] = [scratchAt(scratch, level * 2), scratchAt(scratch, level * 2 + 1)];
      sum.fill(0);
      for (const part of question.parts) {
        inner.set(block);
        narrow(part, inner, span, scratch, level + 1);
        for (let i = 0; i < span.length; i++) sum[i] = (sum[i] ?? 0) | (inner[i] ?? 0);
      }
      block.set(sum);
    }
  }
}

function scratchAt(scratch: Int32Array[], index: number): Int32Array {
  const known = scratch[index] ?? new Int32Array(blockWords);
  scratch[index] = known;
  return known;
}

function narrowBySet(set: PositionSet, block: Int32Array, { from, length }: Span): void {
  const { bits } = set;
  if (bits) {
    const known = Math.min(length, Math.max(0, bits.length - from));
    for (let i = 0; i < known; i++) block[i] = (block[i] ?? 0) & (bits[from + i] ?? 0);
    block.fill(0, known, length);
    return;
  }
  const [first, last] = [from * 32, (from + length) * 32];
  const held = listBlock.fill(0, 0, length);
  for (let i = lowerBound(set.list, set.size, first); i < set.size; i++) {
    const position = set.list[i] ?? 0;
    if (position >= last) break;
    const word = (position - first) >>> 5;
    held[word] = (held[word] ?? 0) | (1 << (position & 31));
  }
  for (let i = 0; i < length; i++) block[i] = (block[i] ?? 0) & (held[i] ?? 0);
}

function narrowByTest(test: (position: number) => boolean, block: Int32Array, { from, length }: Span): void {
  for (let i = 0; i < length; i++) {
    let kept = block[i] ?? 0;
    for (let rest = kept; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      if (!test((from + i) * 32 + 31 - Math.clz32(bit))) kept &= ~bit;
    }
    block[i] = kept;
  }
}

/** Sets first: they clear whole words, so that tests run on what is left. */
function inOrderOfCost(parts: readonly Question[]): Question[] {
  const cost = { set: 0, and: 1, or: 1, not: 1, test: 2 } as const;
  return parts.toSorted((a, b) => cost[a.op] - cost[b.op]);
}
