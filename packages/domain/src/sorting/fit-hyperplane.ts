import { seededRandom, shuffle } from './seeded-random.ts';

/** Rows of features in compressed form, each of length 1. */
export interface SparseRows {
  start: Int32Array;
  feature: Int32Array;
  value: Float32Array;
}

export interface FitOptions {
  /** Price of an error, by row. */
  cost: Float64Array;
  features: number;
  seed: number;
  tolerance: number;
  mostRounds?: number;
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent: C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S.
 * Keerthi, S. Sundararajan, "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 1 with a random
 * order in each round and its shrinking (algorithm 3), as in LIBLINEAR (R.-E. Fan et al., JMLR 9, 2008). `side` is +1 or -1 for each row. The last weight is the bias.
 */
export function fitHyperplane(rows: SparseRows, side: Int8Array, options: FitOptions): Float64Array {
  const { start, feature, value } = rows;
  const { cost, features, seed, tolerance, mostRounds = 60 } = options;
  const count = side.length;
  const weights = new Float64Array(features + 1);
  const alpha = new Float64Array(count);
  const diagonal = new Float64Array(count);
  const norm = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 1; // the bias is a feature of value 1
    for (let k = start[row] ?? 0, end = start[row + 1] ?? 0; k < end; k++) sum += (value[k] ?? 0) ** 2;
    diagonal[row] = 0.5 / (cost[row] ?? 1);
    norm[row] = sum + (diagonal[row] ?? 0);
  }
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = seededRandom(seed);
  /** How many rows of `order`, from its beginning, are still looked at. */
  let active = count;
  let bound = Infinity;
  for (let round = 0; round < mostRounds; round++) {
    shuffle(order.subarray(0, active), random);
    let highest = -Infinity;
    let lowest = Infinity;
    for (let i = 0; i < active; i++) {
      const row = order[i] ?? 0;
      const y = side[row] ?? 0;
      const begin = start[row] ?? 0;
      const end = start[row + 1] ?? 0;
      let margin = weights[features] ?? 0;
      for (let k = begin; k < end; k++) margin += (weights[feature[k] ?? 0] ?? 0) * (value[k] ?? 0);
      const before = alpha[row] ?? 0;
      const gradient = y * margin - 1 + (diagonal[row] ?? 0) * before;
      if (before === 0 && gradient > bound) {
        // Well on its side of the plane: it will hardly have a say again.
        active--;
        order[i] = order[active] ?? 0;
        order[active] = row;
        i--;
        continue;
      }
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (Math.abs(projected) < 1e-12) continue;
      const after = Math.max(before - gradient / (norm[row] ?? 1), 0);
      alpha[row] = after;
      const step = (after - before) * y;
      if (step === 0) continue;
      for (let k = begin; k < end; k++) {
        const f = feature[k] ?? 0;
        weights[f] = (weights[f] ?? 0) + step * (value[k] ?? 0);
      }
      weights[features] = (weights[features] ?? 0) + step;
    }
    if (highest - lowest <= tolerance) {
      if (active === count) break;
      // All are looked at once more: who was left aside may have been passed by the plane.
      active = count;
      bound = Infinity;
    } else bound = highest > 0 ? highest : Infinity;
  }
  return weights;
}
