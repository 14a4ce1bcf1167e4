import type { WeighedRow } from './group-by-mean.ts';
import { seededRandom } from './seeded-random.ts';

const seed = 20_190_701;
const rounds = 3;

/**
 * Rows of `width` numbers, each of length 1, whose products say how alike two texts are in what goes together, not only in the words they share:
 * 罐车 and 搅拌 go together in others. Latent semantic analysis (S. Deerwester et al., JASIS 41, 1990) by a randomised range finder with power
 * rounds (N. Halko, P.-G. Martinsson, J. A. Tropp, SIAM Review 53, 2011). The same rows give the same numbers. Text `i` is `width` numbers from `i * width`.
 */
export function latentRows(rows: readonly WeighedRow[], terms: number, width: number): Float32Array {
  const random = seededRandom(seed);
  let byText = times(
    rows,
    Float32Array.from({ length: terms * width }, () => random() - 0.5),
    width,
  );
  orthonormalise(byText, rows.length, width);
  for (let round = 0; round < rounds; round++) {
    byText = times(rows, timesTransposed(rows, byText, terms, width), width);
    orthonormalise(byText, rows.length, width);
  }
  const byTerm = timesTransposed(rows, byText, terms, width);
  const root = cholesky(gram(byTerm, terms, width), width);
  const latent = new Float32Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    let squares = 0;
    for (let j = 0; j < width; j++) {
      let sum = 0;
      for (let k = j; k < width; k++) sum += (byText[i * width + k] ?? 0) * (root[k * width + j] ?? 0);
      latent[i * width + j] = sum;
      squares += sum * sum;
    }
    const norm = Math.sqrt(squares);
    if (norm > 1e-9) for (let j = 0; j < width; j++) latent[i * width + j] = (latent[i * width + j] ?? 0) / norm;
  }
  return latent;
}

/** How alike texts `a` and `b` are, -1 to 1. */
export function latentLikeness(latent: Float32Array, width: number, a: number, b: number): number {
  let sum = 0;
  for (let j = 0; j < width; j++) sum += (latent[a * width + j] ?? 0) * (latent[b * width + j] ?? 0);
  return sum;
}

function times(rows: readonly WeighedRow[], byTerm: Float32Array, width: number): Float32Array {
  const out = new Float32Array(rows.length * width);
  rows.forEach(({ terms, value }, i) => {
    for (let k = 0; k < terms.length; k++) {
      const from = (terms[k] ?? 0) * width;
      const one = value[k] ?? 0;
      for (let j = 0; j < width; j++) out[i * width + j] = (out[i * width + j] ?? 0) + one * (byTerm[from + j] ?? 0);
    }
  });
  return out;
}

function timesTransposed(
  rows: readonly WeighedRow[],
  byText: Float32Array,
  count: number,
  width: number,
): Float32Array {
  const out = new Float32Array(count * width);
  rows.forEach(({ terms, value }, i) => {
    for (let k = 0; k < terms.length; k++) {
      const to = (terms[k] ?? 0) * width;
      const one = value[k] ?? 0;
      for (let j = 0; j < width; j++) out[to + j] = (out[to + j] ?? 0) + one * (byText[i * width + j] ?? 0);
    }
  });
  return out;
}

/** Columns of length 1 at right angles (modified Gram–Schmidt); a column with nothing of its own becomes none. */
function orthonormalise(columns: Float32Array, count: number, width: number): void {
  for (let j = 0; j < width; j++) {
    for (let before = 0; before < j; before++) {
      let product = 0;
      for (let i = 0; i < count; i++) product += (columns[i * width + before] ?? 0) * (columns[i * width + j] ?? 0);
      for (let i = 0; i < count; i++)
        columns[i * width + j] = (columns[i * width + j] ?? 0) - product * (columns[i * width + before] ?? 0);
    }
    let squares = 0;
    for (let i = 0; i < count; i++) squares += (columns[i * width + j] ?? 0) ** 2;
    const scale = squares > 1e-12 ? 1 / Math.sqrt(squares) : 0;
    for (let i = 0; i < count; i++) columns[i * width + j] = (columns[i * width + j] ?? 0) * scale;
  }
}

function gram(rows: Float32Array, count: number, width: number): Float64Array {
  const out = new Float64Array(width * width);
  for (let i = 0; i < count; i++)
    for (let a = 0; a < width; a++) {
      const one = rows[i * width + a] ?? 0;
      if (one !== 0)
        for (let b = 0; b <= a; b++) out[a * width + b] = (out[a * width + b] ?? 0) + one * (rows[i * width + b] ?? 0);
    }
  return out;
}

/** The lower triangle whose product with itself turned is `matrix`; what is not positive becomes none. */
function cholesky(matrix: Float64Array, width: number): Float64Array {
  const root = new Float64Array(width * width);
  for (let a = 0; a < width; a++)
    for (let b = 0; b <= a; b++) {
      let sum = matrix[a * width + b] ?? 0;
      for (let k = 0; k < b; k++) sum -= (root[a * width + k] ?? 0) * (root[b * width + k] ?? 0);
      const pivot = root[b * width + b] ?? 0;
      if (a === b) root[a * width + a] = sum > 1e-12 ? Math.sqrt(sum) : 0;
      else root[a * width + b] = pivot > 0 ? sum / pivot : 0;
    }
  return root;
}
