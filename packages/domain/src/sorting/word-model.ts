import type { NgramRange } from './count-ngrams.ts';

/**
 * A linear classifier of texts. Feature `f` is bucket `buckets[f]`; its weight for class `k` is
 * `weights[f * classes.length + k] * scale[k]`.
 */
export interface WordModel {
  classes: readonly string[];
  range: NgramRange;
  buckets: Int32Array;
  idf: Float32Array;
  weights: Int16Array;
  scale: Float64Array;
  bias: Float64Array;
  /** Margins are multiplied by it before they become confidence. */
  sharpness: number;
  /** How many texts it learned from, by class. */
  learnedFrom: Int32Array;
  find: BucketIndex;
}

/** Bucket → feature, -1 where the bucket was never learned. */
export type BucketIndex = (bucket: number) => number;

/** An open-addressing table over the buckets. */
export function indexBuckets(buckets: Int32Array): BucketIndex {
  let size = 16;
  while (size < buckets.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const mask = size - 1;
  for (let f = 0; f < buckets.length; f++) {
    let slot = Math.imul(buckets[f] ?? 0, 0x85ebca6b) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = f;
  }
  return (bucket) => {
    let slot = Math.imul(bucket, 0x85ebca6b) & mask;
    for (;;) {
      const f = slots[slot] ?? -1;
      if (f === -1 || buckets[f] === bucket) return f;
      slot = (slot + 1) & mask;
    }
  };
}

const format = 1;

/** The model as bytes: a line of JSON with the sizes, then the numbers, little-endian. */
export function wordModelToBytes(model: WordModel): Uint8Array {
  const head = new TextEncoder().encode(
    `${JSON.stringify({
      format,
      classes: model.classes,
      range: model.range,
      features: model.buckets.length,
      sharpness: model.sharpness,
      scale: [...model.scale],
      bias: [...model.bias],
      learnedFrom: [...model.learnedFrom],
    })}\n`,
  );
  const { buckets, idf, weights } = model;
  const bytes = new Uint8Array(head.length + buckets.length * 8 + weights.length * 2);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  let at = head.length;
  for (const bucket of buckets) at = put(view.setInt32.bind(view), at, bucket, 4);
  for (const one of idf) at = put(view.setFloat32.bind(view), at, one, 4);
  for (const weight of weights) at = put(view.setInt16.bind(view), at, weight, 2);
  return bytes;
}

function put(
  set: (at: number, value: number, little: boolean) => void,
  at: number,
  value: number,
  width: number,
): number {
  set(at, value, true);
  return at + width;
}

/** Reads what `wordModelToBytes` wrote; null for bytes of another format or of the wrong length. */
export function wordModelFromBytes(bytes: Uint8Array): WordModel | null {
  const headEnd = bytes.indexOf(10);
  if (headEnd < 0) return null;
  const head = readHead(new TextDecoder().decode(bytes.subarray(0, headEnd)));
  if (!head || bytes.length !== headEnd + 1 + head.features * (8 + 2 * head.classes.length)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + headEnd + 1);
  const { features, classes } = head;
  const buckets = Int32Array.from({ length: features }, (_, f) => view.getInt32(f * 4, true));
  const idf = Float32Array.from({ length: features }, (_, f) => view.getFloat32((features + f) * 4, true));
  const weights = Int16Array.from({ length: features * classes.length }, (_, i) =>
    view.getInt16(features * 8 + i * 2, true),
  );
  return {
    classes,
    range: head.range,
    buckets,
    idf,
    weights,
    scale: Float64Array.from(head.scale),
    bias: Float64Array.from(head.bias),
    sharpness: head.sharpness,
    learnedFrom: Int32Array.from(head.learnedFrom),
    find: indexBuckets(buckets),
  };
}

interface Head {
  format: number;
  classes: string[];
  range: NgramRange;
  features: number;
  sharpness: number;
  scale: number[];
  bias: number[];
  learnedFrom: number[];
}

function readHead(text: string): Head | null {
  try {
    const head: Partial<Head> = JSON.parse(text);
    return head.format === format && Array.isArray(head.classes) && head.features !== undefined ? (head as Head) : null; // written by wordModelToBytes in this format
  } catch {
    return null;
  }
}
