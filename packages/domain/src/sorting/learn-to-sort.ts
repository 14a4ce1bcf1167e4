import { marginsOf, softmax } from './classify-words.ts';
import { type CountedRows, countNgrams, type NgramRange } from './count-ngrams.ts';
import { toPlainWords } from './plain-words.ts';
import { seededRandom, shuffle } from './seeded-random.ts';
import { trainOnRows } from './train-word-model.ts';
import type { WordModel } from './word-model.ts';

/** How often a class was guessed and meant at each step of confidence, measured on texts held out. */
export interface ClassMeasure {
  label: string;
  /** By step of confidence: guessed as this class; of those, rightly; texts that are of this class, whatever was guessed. */
  guessed: number[];
  right: number[];
  meant: number[];
}
export interface Learned {
  model: WordModel;
  /** Share of held-out texts whose first guess was right. */
  accuracy: number;
  measures: ClassMeasure[];
}

/** Confidence is measured in this many equal steps. */
export const confidenceSteps = 20;
const seed = 20_260_316;
const ranges: readonly NgramRange[] = [
  { min: 1, max: 2 },
  { min: 1, max: 3 },
];
const folds = 3;
const tried = 2000;
/** The middle first. Low ones bear wrong labels and set phrases better, high ones learn more from few. */
const prices = [0.4, 0.15, 1, 2.5] as const;
/** Trying needs no more than a rough plane. */
const roughTolerance = 0.3;

/** What cross-validation chooses. */
interface Choice {
  range: NgramRange;
  cost: number;
}
interface Trial extends Choice {
  tolerance?: number;
}

/**
 * Learns to sort from texts and labels: the length of n-grams and the price of errors are chosen by cross-validation on a part of them, the confidence is
 * calibrated and the precision of each class measured on texts held out, and then all are learned. The same input gives the same model.
 */
export function learnToSort(texts: readonly string[], labels: readonly string[]): Learned {
  const all = shuffle(
    Int32Array.from({ length: texts.length }, (_, i) => i),
    seededRandom(seed),
  );
  const choice = choose(texts, labels, all.slice(0, tried));
  const counted = countNgrams(texts, choice.range);
  const held = holdOut(counted, texts, labels, all, choice);
  const sharpness = fitSharpness(held);
  const model = trainOnRows(counted, all.slice().sort(), labels, { ...choice, seed });
  return { model: { ...model, sharpness }, ...measure(held, model.classes, sharpness) };
}

interface Held {
  label: string;
  classes: readonly string[];
  margins: Float64Array;
}

/** The range first, at the middle price; then the price, at that range. The first of equals stays. */
function choose(texts: readonly string[], labels: readonly string[], rows: Int32Array): Choice {
  const some = Array.from(rows, (row) => texts[row] ?? '');
  const someLabels = Array.from(rows, (row) => labels[row] ?? '');
  const order = Int32Array.from({ length: some.length }, (_, i) => i);
  const rightOf = (choice: Choice, counted: CountedRows) =>
    holdOut(counted, some, someLabels, order, { ...choice, tolerance: roughTolerance }).filter(
      (one) => one.classes[highest(one.margins)] === one.label,
    ).length;
  let best: Choice & { right: number; counted: CountedRows | null } = {
    range: { min: 1, max: 3 },
    cost: prices[0],
    right: -1,
    counted: null,
  };
  for (const range of ranges) {
    const counted = countNgrams(some, range);
    const right = rightOf({ range, cost: prices[0] }, counted);
    if (right > best.right) best = { ...best, range, right, counted };
  }
  for (const cost of prices.slice(1)) {
    const right = best.counted ? rightOf({ range: best.range, cost }, best.counted) : -1;
    if (right > best.right) best = { ...best, cost, right };
  }
  return { range: best.range, cost: best.cost };
}

/** Every text is judged once by a model that has not seen it. */
function holdOut(
  counted: CountedRows,
  texts: readonly string[],
  labels: readonly string[],
  order: Int32Array,
  choice: Trial,
): Held[] {
  const held: Held[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const learn = order.filter((_, i) => i % folds !== fold);
    const judge = order.filter((_, i) => i % folds === fold);
    if (learn.length === 0) continue;
    const model = trainOnRows(counted, learn, labels, { ...choice, seed });
    for (const row of judge)
      held.push({
        label: labels[row] ?? '',
        classes: model.classes,
        margins: marginsOf(model, toPlainWords(texts[row] ?? '')),
      });
  }
  return held;
}

/** The one number that makes confidence mean what it says: least log loss on texts held out (Guo et al., ICML 2017), by golden section. */
function fitSharpness(held: readonly Held[]): number {
  const known = held.filter((one) => one.classes.includes(one.label));
  if (known.length === 0) return 1;
  const loss = (log: number) => {
    const sharpness = Math.exp(log);
    let sum = 0;
    for (const { label, classes, margins } of known)
      sum -= Math.log(Math.max(1e-9, softmax(margins, sharpness)[classes.indexOf(label)] ?? 0));
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.2);
  let high = Math.log(20);
  for (let step = 0; step < 24; step++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function measure(
  held: readonly Held[],
  classes: readonly string[],
  sharpness: number,
): { accuracy: number; measures: ClassMeasure[] } {
  const none = () => Array.from({ length: confidenceSteps }, () => 0);
  const measures = new Map(classes.map((label) => [label, { label, guessed: none(), right: none(), meant: none() }]));
  let rightOnes = 0;
  for (const { label, classes: known, margins } of held) {
    const first = highest(margins);
    const guess = known[first] ?? '';
    const step = stepOf(softmax(margins, sharpness)[first] ?? 0);
    add(measures.get(guess)?.guessed, step);
    add(measures.get(label)?.meant, step);
    if (guess !== label) continue;
    rightOnes++;
    add(measures.get(guess)?.right, step);
  }
  return { accuracy: held.length > 0 ? rightOnes / held.length : 0, measures: [...measures.values()] };
}

/** The step a confidence falls into. */
export function stepOf(confidence: number): number {
  return Math.min(confidenceSteps - 1, Math.max(0, Math.floor(confidence * confidenceSteps + 1e-9)));
}

function add(counts: number[] | undefined, step: number): void {
  if (counts) counts[step] = (counts[step] ?? 0) + 1;
}

function highest(margins: Float64Array): number {
  let best = 0;
  for (let k = 1; k < margins.length; k++) if ((margins[k] ?? 0) > (margins[best] ?? 0)) best = k;
  return best;
}

/** Precision and coverage of a class at a floor: of what was suggested as it, how much was right; of what is it, how much got a suggestion. */
export function measureAt(
  one: ClassMeasure,
  floor: number,
): { suggested: number; right: number; meant: number; covered: number } {
  const from = stepOf(floor);
  const above = (counts: readonly number[]) => counts.slice(from).reduce((sum, n) => sum + n, 0);
  return {
    suggested: above(one.guessed),
    right: above(one.right),
    meant: one.meant.reduce((sum, n) => sum + n, 0),
    covered: above(one.meant),
  };
}
