import type { SparseRows } from './fit-hyperplane.ts';

/** Counted for every feature beforehand, so that what a class never showed is unlikely, not impossible. */
const smoothing = 0.03;
/** How long the weights are beside the planes' own: half brought the most on four sets of real texts (docs/sorting.md). */
const share = 0.5;

/**
 * Adds to each class's plane what a complement naive Bayes classifier says of every feature: how rarely texts of other classes have it
 * (J. Rennie, L. Shih, J. Teevan, D. Karger, "Tackling the poor assumptions of naive Bayes text classifiers", ICML 2003). It learns more
 * from few texts than a plane does, and both are sums over features, so that the mix is one linear classifier still. `planes` are by class, their last
 * weight the bias; `classOf` is the class of each row.
 */
export function mixComplementWeights(planes: readonly Float64Array[], rows: SparseRows, classOf: Int32Array): void {
  const classes = planes.length;
  const features = (planes[0]?.length ?? 1) - 1;
  const weights = complementWeights(rows, classOf, { classes, features });
  const [own, added] = [spread(planes, features), spread(weights, features)];
  if (classes < 2 || added === 0) return;
  const factor = (share * own) / added;
  for (let f = 0; f < features; f++) {
    const mean = meanOf(weights, f);
    planes.forEach((plane, k) => {
      plane[f] = (plane[f] ?? 0) + factor * ((weights[k]?.[f] ?? 0) - mean);
    });
  }
}

/** By class: minus the logarithm of each feature's share in the texts of all other classes. */
function complementWeights(
  { start, feature, value }: SparseRows,
  classOf: Int32Array,
  { classes, features }: { classes: number; features: number },
): Float64Array[] {
  const all = new Float64Array(features).fill(smoothing);
  const own = Array.from({ length: classes }, () => new Float64Array(features));
  classOf.forEach((k, row) => {
    const ofClass = own[k];
    for (let i = start[row] ?? 0, end = start[row + 1] ?? 0; i < end; i++) {
      const [f, x] = [feature[i] ?? 0, value[i] ?? 0];
      all[f] = (all[f] ?? 0) + x;
      if (ofClass) ofClass[f] = (ofClass[f] ?? 0) + x;
    }
  });
  return own.map((ofClass) => {
    const others = all.map((sum, f) => sum - (ofClass[f] ?? 0));
    const total = others.reduce((sum, x) => sum + x, 0);
    // What only this class has may come out a hair below the smoothing.
    return others.map((x) => Math.log(total) - Math.log(Math.max(x, smoothing)));
  });
}

/** How far the classes differ in all features together: the length of the weights less their mean over classes. */
function spread(weights: readonly Float64Array[], features: number): number {
  let squares = 0;
  for (let f = 0; f < features; f++) {
    const mean = meanOf(weights, f);
    for (const ofClass of weights) squares += ((ofClass[f] ?? 0) - mean) ** 2;
  }
  return Math.sqrt(squares);
}

function meanOf(weights: readonly Float64Array[], f: number): number {
  let sum = 0;
  for (const ofClass of weights) sum += ofClass[f] ?? 0;
  return sum / weights.length;
}
