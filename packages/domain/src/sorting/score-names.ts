import { toPlainWords } from './plain-words.ts';

/** A kind one can report, by the words it goes by. */
export interface NamedKind {
  code: string;
  names: readonly string[];
  synonyms: readonly string[];
  hint: string;
}
export interface Suggestion {
  code: string;
  /** 0 to 1. */
  confidence: number;
  /** Words of the text that spoke for it, the strongest first. */
  spokenFor: string[];
}

const shortestName = 2;
const longestCounted = 6;
const nameTimes = 2;
const hintPair = 0.08;
const mostOfHint = 0.4;
/** Weight of everything that is not a kind: one short synonym alone is no certainty. */
const doubt = 1;

/**
 * Kinds the words speak of without anything learned: hits of names and synonyms, longer ones weighing more, and a little for words shared
 * with the hint. Confidence = weight ÷ (weight of all kinds + doubt), so two kinds hit alike are both unsure. The likeliest first.
 */
export function scoreNames(text: string, kinds: readonly NamedKind[]): Suggestion[] {
  const { plain } = toPlainWords(text);
  const weighed = kinds.map((kind) => ({ kind, ...weigh(plain, kind) })).filter(({ weight }) => weight > 0);
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed
    .map(({ kind, weight, hits }) => ({
      code: kind.code,
      confidence: weight / (all + doubt),
      spokenFor: hits.slice(0, 5),
    }))
    .sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1));
}

function weigh(plain: string, kind: NamedKind): { weight: number; hits: string[] } {
  const names = kind.names.map(plainName);
  const said = [...new Set([...names, ...kind.synonyms.map(plainName)])].filter(
    (name) => name.length >= shortestName && plain.includes(name),
  );
  const hits = said
    .filter((name) => !said.some((other) => other !== name && other.includes(name)))
    .sort((a, b) => b.length - a.length);
  const fromHits = hits.reduce(
    (sum, hit) => sum + (Math.min(hit.length, longestCounted) / 2) * (names.includes(hit) ? nameTimes : 1),
    0,
  );
  return { weight: fromHits + fromHint(plain, plainName(kind.hint)), hits };
}

function fromHint(plain: string, hint: string): number {
  let weight = 0;
  for (let at = 0; at < hint.length - 1; at++)
    if (/^\p{Script=Han}{2}$/u.test(hint.slice(at, at + 2)) && plain.includes(hint.slice(at, at + 2)))
      weight += hintPair;
  return Math.min(mostOfHint, weight);
}

function plainName(name: string): string {
  return toPlainWords(name).plain.trim();
}
