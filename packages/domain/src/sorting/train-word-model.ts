import { mixComplementWeights } from './complement-weights.ts';
import { bucketCount, type CountedRows, type NgramRange } from './count-ngrams.ts';
import { fitHyperplane, type SparseRows } from './fit-hyperplane.ts';
import { indexBuckets, type WordModel } from './word-model.ts';

export interface TrainOptions {
  range: NgramRange;
  /** Price of an error; about 1 for rows of length 1. */
  cost: number;
  seed: number;
  /** Where the search for a plane ends; 0.1 when left out. */
  tolerance?: number;
}

/** N-grams in fewer texts are not learned: they are noise, and could be somebody's name. */
const fewestTexts = 2;
const mostWeights = 6_000_000;
const mostFeatures = 500_000;
const finestWeight = 32_000;

/**
 * Learns from rows already counted: `rows` says which of them to learn from, `labels` are of all of them. The sharpness is 1 until it is
 * calibrated on texts held out.
 */
export function trainOnRows(
  counted: CountedRows,
  rows: Int32Array,
  labels: readonly string[],
  options: TrainOptions,
): WordModel {
  const classes = [...new Set(Array.from(rows, (row) => labels[row] ?? ''))].sort();
  const classOf = Int32Array.from(rows, (row) => classes.indexOf(labels[row] ?? ''));
  const learnedFrom = new Int32Array(classes.length);
  for (const k of classOf) learnedFrom[k] = (learnedFrom[k] ?? 0) + 1;

  const { texts, touched } = countTexts(counted, rows);
  const buckets = chooseBuckets(
    texts,
    touched,
    Math.min(mostFeatures, Math.floor(mostWeights / Math.max(1, classes.length))),
  );
  const idf = Float32Array.from(buckets, (bucket) => Math.log((1 + rows.length) / (1 + (texts[bucket] ?? 0))) + 1);
  const sparse = weighRows(counted, rows, buckets, idf);

  const cost = Float64Array.from(
    classOf,
    (k) => options.cost * balance(rows.length, classes.length, learnedFrom[k] ?? 1),
  );
  const planes = classes.map((_, k) =>
    fitHyperplane(
      sparse,
      Int8Array.from(classOf, (of) => (of === k ? 1 : -1)),
      { cost, features: buckets.length, seed: options.seed + k, tolerance: options.tolerance ?? 0.1 },
    ),
  );
  mixComplementWeights(planes, sparse, classOf);
  return {
    classes,
    range: options.range,
    buckets,
    idf,
    ...roundWeights(planes, buckets.length),
    sharpness: 1,
    learnedFrom,
    find: indexBuckets(buckets),
  };
}

/** Each class's weights as whole numbers of its own unit. */
function roundWeights(
  planes: readonly Float64Array[],
  features: number,
): Pick<WordModel, 'weights' | 'scale' | 'bias'> {
  const weights = new Int16Array(features * planes.length);
  const scale = new Float64Array(planes.length);
  planes.forEach((plane, k) => {
    let widest = 1e-9;
    for (let f = 0; f < features; f++) widest = Math.max(widest, Math.abs(plane[f] ?? 0));
    const unit = widest / finestWeight;
    scale[k] = unit;
    for (let f = 0; f < features; f++) weights[f * planes.length + k] = Math.round((plane[f] ?? 0) / unit);
  });
  return { weights, scale, bias: Float64Array.from(planes, (plane) => plane[features] ?? 0) };
}

/** Errors on rare classes weigh more, those on frequent ones less, by the square root and within bounds. */
function balance(rows: number, classes: number, ofClass: number): number {
  return Math.min(3, Math.max(0.6, Math.sqrt(rows / (classes * ofClass))));
}

/** In how many of the rows each bucket stands, and which stand in any. Memory nobody touches costs nothing. */
function countTexts({ start, bucket }: CountedRows, rows: Int32Array): { texts: Uint16Array; touched: Int32Array } {
  const texts = new Uint16Array(bucketCount);
  let total = 0;
  for (const row of rows) total += (start[row + 1] ?? 0) - (start[row] ?? 0);
  const touched = new Int32Array(total);
  let size = 0;
  for (const row of rows)
    for (let k = start[row] ?? 0, end = start[row + 1] ?? 0; k < end; k++) {
      const at = bucket[k] ?? 0;
      const seen = texts[at] ?? 0;
      if (seen === 0) touched[size++] = at;
      if (seen < 65_535) texts[at] = seen + 1;
    }
  return { texts, touched: touched.subarray(0, size) };
}

/**
 * Buckets in at least `fewestTexts` texts; where they are too many, the floor rises until they fit. The most frequent first, so that the
 * weights most often read lie together in memory.
 */
function chooseBuckets(texts: Uint16Array, touched: Int32Array, most: number): Int32Array {
  for (let floor = fewestTexts; ; floor++) {
    const kept = touched.filter((bucket) => (texts[bucket] ?? 0) >= floor);
    if (kept.length > most) continue;
    // Sorted as numbers made of both: a comparing function takes twenty times as long.
    const keys = Float64Array.from(kept, (bucket) => (65_535 - (texts[bucket] ?? 0)) * bucketCount + bucket).sort();
    return Int32Array.from(keys, (key) => key % bucketCount);
  }
}

function weighRows(counted: CountedRows, rows: Int32Array, buckets: Int32Array, idf: Float32Array): SparseRows {
  // One more than the feature, so that what was never set is none.
  const featureOf = new Int32Array(bucketCount);
  for (let f = 0; f < buckets.length; f++) featureOf[buckets[f] ?? 0] = f + 1;
  const start = new Int32Array(rows.length + 1);
  let total = 0;
  for (const row of rows) total += (counted.start[row + 1] ?? 0) - (counted.start[row] ?? 0);
  const feature = new Int32Array(total);
  const value = new Float32Array(total);
  let size = 0;
  rows.forEach((row, i) => {
    const begin = size;
    let squares = 0;
    for (let k = counted.start[row] ?? 0, end = counted.start[row + 1] ?? 0; k < end; k++) {
      const f = (featureOf[counted.bucket[k] ?? 0] ?? 0) - 1;
      if (f < 0) continue;
      const weight = (1 + Math.log(counted.times[k] ?? 1)) * (idf[f] ?? 0);
      feature[size] = f;
      value[size] = weight;
      squares += weight * weight;
      size++;
    }
    const norm = Math.sqrt(squares) || 1;
    for (let k = begin; k < size; k++) value[k] = (value[k] ?? 0) / norm;
    start[i + 1] = size;
  });
  return { start, feature: feature.subarray(0, size), value: value.subarray(0, size) };
}
