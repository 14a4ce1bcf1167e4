import { countOne, eachNgram } from './count-ngrams.ts';
import { type PlainWords, toPlainWords } from './plain-words.ts';
import type { WordModel } from './word-model.ts';

/** A class with how sure the model is of it, 0 to 1; all classes together give 1. */
export interface Guess {
  label: string;
  confidence: number;
}

/** All classes, the likeliest first. */
export function classifyWords(model: WordModel, text: string): Guess[] {
  const margins = marginsOf(model, toPlainWords(text));
  const confidences = softmax(margins, model.sharpness);
  return model.classes
    .map((label, k) => ({ label, confidence: confidences[k] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1));
}

/** How far on its side of each class's plane the text lies. */
export function marginsOf(model: WordModel, words: PlainWords): Float64Array {
  const count = model.classes.length;
  const sums = new Float64Array(count);
  const { bucket, times } = countOne(words, model.range);
  let squares = 0;
  for (let i = 0; i < bucket.length; i++) {
    const f = model.find(bucket[i] ?? 0);
    if (f < 0) continue;
    const value = (1 + Math.log(times[i] ?? 1)) * (model.idf[f] ?? 0);
    squares += value * value;
    for (let k = 0; k < count; k++) sums[k] = (sums[k] ?? 0) + value * (model.weights[f * count + k] ?? 0);
  }
  const norm = Math.sqrt(squares) || 1;
  return sums.map((sum, k) => (sum * (model.scale[k] ?? 0)) / norm + (model.bias[k] ?? 0));
}

/** Margins as shares of 1; a higher sharpness makes the difference between them greater. */
export function softmax(margins: Float64Array, sharpness: number): Float64Array {
  let highest = -Infinity;
  for (const margin of margins) highest = Math.max(highest, margin);
  const powers = margins.map((margin) => Math.exp((margin - highest) * sharpness));
  let sum = 0;
  for (const power of powers) sum += power;
  return powers.map((power) => power / sum);
}

const mostSpans = 5;

/**
 * The words of the original text that spoke for a class, the strongest first: what each n-gram adds to the class beyond the mean of
 * all classes is shared out over its characters, and summed over words as the language's dictionary cuts them.
 */
export function explainWords(model: WordModel, text: string, label: string): string[] {
  const k = model.classes.indexOf(label);
  if (k < 0) return [];
  const words = toPlainWords(text);
  const speaks = new Float64Array(text.length);
  const count = model.classes.length;
  eachNgram(words.plain, model.range, (bucket, at, length) => {
    const f = model.find(bucket);
    if (f < 0) return;
    let mean = 0;
    for (let other = 0; other < count; other++)
      mean += ((model.weights[f * count + other] ?? 0) * (model.scale[other] ?? 0)) / count;
    const more = ((model.weights[f * count + k] ?? 0) * (model.scale[k] ?? 0) - mean) * (model.idf[f] ?? 0);
    for (let i = at; i < at + length; i++) {
      const place = words.from[i] ?? 0;
      speaks[place] = (speaks[place] ?? 0) + more / length;
    }
  });
  return strongestWords(text, speaks);
}

function strongestWords(text: string, speaks: Float64Array): string[] {
  const sums = new Map<string, number>();
  for (const { word, at } of wordsOf(text)) {
    let sum = 0;
    for (let i = at; i < at + word.length; i++) sum += speaks[i] ?? 0;
    if (sum > (sums.get(word) ?? 0)) sums.set(word, sum);
  }
  const ranked = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const floor = (ranked[0]?.[1] ?? 0) * 0.15;
  return ranked
    .filter(([, sum]) => sum > floor)
    .slice(0, mostSpans)
    .map(([word]) => word);
}

const longestRun = 4;
/** Characters that only join others: alone they say nothing to whoever reads why. */
const joining = new Set(
  '的了着过地得把被给在是和与及或很都也就又还再才一这那有没不到要会能从向对为于以之其我你您他她它们吗呢吧啊哦个上下里',
);

/**
 * Words of at least two characters and where they begin. Single ones side by side, which the dictionary does not know, count as one,
 * up to one that only joins.
 */
function wordsOf(text: string): { word: string; at: number }[] {
  const found: { word: string; at: number }[] = [];
  let run = { word: '', at: 0 };
  for (const { segment, index, isWordLike } of new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text)) {
    if (segment.length === 1 && /\p{Script=Han}/u.test(segment)) {
      if (run.at + run.word.length !== index || run.word.length === longestRun) {
        found.push(run);
        run = { word: '', at: index };
      }
      if (!joining.has(segment)) run.word += segment;
    } else if (isWordLike) found.push({ word: segment, at: index });
  }
  return [...found, run].filter(({ word }) => word.length > 1 && !/^[\d.]+$/.test(word));
}
