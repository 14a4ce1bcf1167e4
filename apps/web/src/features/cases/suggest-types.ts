import type { CaseTypeDefinition } from '@linli/domain';

/**
 * Case types that the words speak of, the likeliest first, three at most. Counts how much of the words each type's
 * name and synonyms cover; longer words weigh more. Works without a network.
 */
export function suggestTypes(words: string, types: readonly CaseTypeDefinition[]): CaseTypeDefinition[] {
  const said = words.toLowerCase();
  return types
    .map((type) => ({ type, weight: weightOf(said, type) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ type }) => type);
}

function weightOf(said: string, type: CaseTypeDefinition): number {
  const names = new Set([type.name.zh, type.name.en ?? '', ...type.synonyms].map((name) => name.trim().toLowerCase()));
  let weight = 0;
  for (const name of names) if (name.length > 1 && said.includes(name)) weight += name.length ** 2;
  return weight;
}
