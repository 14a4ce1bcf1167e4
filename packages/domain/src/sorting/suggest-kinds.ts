import { classifyWords, explainWords } from './classify-words.ts';
import { type NamedKind, type Suggestion, scoreNames } from './score-names.ts';
import type { WordModel } from './word-model.ts';

/** A class is trusted half when it was learned from this many texts; below it its names and synonyms count for more. */
const halfTrust = 12;
const most = 3;

/**
 * Kinds for these words, the likeliest first, three at most. Each kind's confidence is what was learned and what its names say, weighed by
 * how many closed cases it was learned from (n ÷ (n + 12)): without a model the names speak alone, with hundreds hardly at all.
 */
export function suggestKinds(text: string, kinds: readonly NamedKind[], model: WordModel | null): Suggestion[] {
  const named = new Map(scoreNames(text, kinds).map((one) => [one.code, one]));
  const learned = new Map(model ? classifyWords(model, text).map(({ label, confidence }) => [label, confidence]) : []);
  const blended = kinds.map(({ code }) => {
    const n = model?.learnedFrom[model.classes.indexOf(code)] ?? 0;
    const trust = n / (n + halfTrust);
    return {
      code,
      trust,
      confidence: trust * (learned.get(code) ?? 0) + (1 - trust) * (named.get(code)?.confidence ?? 0),
    };
  });
  const all = Math.max(
    1,
    blended.reduce((sum, one) => sum + one.confidence, 0),
  );
  return blended
    .filter((one) => one.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map(({ code, trust, confidence }) => ({
      code,
      confidence: confidence / all,
      spokenFor: spokenWords(model, text, code, trust, named.get(code)?.spokenFor ?? []),
    }));
}

function spokenWords(
  model: WordModel | null,
  text: string,
  code: string,
  trust: number,
  hits: readonly string[],
): string[] {
  const learned = model && trust >= 0.5 ? explainWords(model, text, code) : [];
  return [...new Set([...learned, ...hits])].slice(0, 5);
}
