import { type PlainWords, toPlainWords } from './plain-words.ts';

/** Buckets an n-gram can fall into. Nothing but its bucket is kept: a model cannot be read back into words. */
export const bucketBits = 24;
export const bucketCount = 2 ** bucketBits;

/** Shortest and longest character n-grams that are counted. */
export interface NgramRange {
  min: number;
  max: number;
}

/** Rows of counted n-grams: row `r` is `bucket[start[r]] … bucket[start[r + 1] - 1]`, ascending, each `times` often. */
export interface CountedRows {
  start: Int32Array;
  bucket: Int32Array;
  times: Float32Array;
}

/** Weight of an n-gram of the title line beside one of the text. */
const titleTimes = 2;

/** Calls `found` for every n-gram without white space: its bucket, where it begins in `plain`, its length. */
export function eachNgram(
  plain: string,
  range: NgramRange,
  found: (bucket: number, at: number, length: number) => void,
): void {
  const end = plain.length;
  for (let at = 0; at < end; at++) {
    let hash = 0x811c9dc5;
    for (let length = 1; length <= range.max && at + length <= end; length++) {
      const code = plain.charCodeAt(at + length - 1);
      if (code === 0x20) break;
      hash = Math.imul(hash ^ code, 0x01000193);
      hash ^= hash >>> 15;
      if (length >= range.min) found((Math.imul(hash, 0x9e3779b1) >>> (32 - bucketBits)) | 0, at, length);
    }
  }
}

/** Counts the n-grams of each text; those of the title line count twice. */
export function countNgrams(texts: readonly string[], range: NgramRange): CountedRows {
  const start = new Int32Array(texts.length + 1);
  let bucket = new Int32Array(1 << 16);
  let times = new Float32Array(1 << 16);
  let size = 0;
  texts.forEach((text, row) => {
    const one = countOne(toPlainWords(text), range);
    while (size + one.bucket.length > bucket.length) {
      bucket = grow(bucket, new Int32Array(bucket.length * 2));
      times = grow(times, new Float32Array(times.length * 2));
    }
    bucket.set(one.bucket, size);
    times.set(one.times, size);
    size += one.bucket.length;
    start[row + 1] = size;
  });
  return { start, bucket: bucket.slice(0, size), times: times.slice(0, size) };
}

/** The n-grams of one text, by bucket. */
export function countOne(words: PlainWords, range: NgramRange): { bucket: Int32Array; times: Float32Array } {
  const keys: number[] = [];
  eachNgram(words.plain, range, (bucket, at) => {
    keys.push(bucket);
    for (let extra = 1; extra < titleTimes && at < words.titleEnd; extra++) keys.push(bucket);
  });
  const sorted = Int32Array.from(keys).sort();
  const bucket = new Int32Array(sorted.length);
  const times = new Float32Array(sorted.length);
  let size = 0;
  for (let i = 0; i < sorted.length; ) {
    const key = sorted[i] ?? 0;
    let next = i + 1;
    while (next < sorted.length && sorted[next] === key) next++;
    bucket[size] = key;
    times[size] = next - i;
    size++;
    i = next;
  }
  return { bucket: bucket.subarray(0, size), times: times.subarray(0, size) };
}

function grow<T extends Int32Array | Float32Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
