import type { CaseTypeDefinition } from './case-type.ts';

export type WordMatch = { readonly typeCode: string; count: number; examples: string[] };
export type WordMatches = {
  /** Cases whose words hold the name or a synonym, by the type they were reported as; most first. */
  readonly byType: readonly WordMatch[];
  /** Which words spoke, most first. */
  readonly byWord: readonly { readonly word: string; readonly count: number }[];
  readonly matched: number;
};

/** Which of these cases speak of a type nobody could choose yet. Words of one character are left alone: they speak of everything. */
export function matchWords(
  cases: readonly { readonly id: string; readonly typeCode: string; readonly words: string }[],
  type: Pick<CaseTypeDefinition, 'name' | 'synonyms'>,
): WordMatches {
  const names = [type.name.zh, type.name.en ?? '', ...type.synonyms].map((name) => name.trim().toLowerCase());
  const sought = [...new Set(names)].filter((name) => [...name].length > 1);
  const byType = new Map<string, WordMatch>();
  const byWord = new Map<string, number>();
  let matched = 0;
  for (const { id, typeCode, words } of cases) {
    const said = words.toLowerCase();
    const found = sought.filter((name) => said.includes(name));
    if (found.length === 0) continue;
    matched++;
    for (const name of found) byWord.set(name, (byWord.get(name) ?? 0) + 1);
    const row = byType.get(typeCode) ?? { typeCode, count: 0, examples: [] };
    row.count++;
    if (row.examples.length < 5) row.examples.push(id);
    byType.set(typeCode, row);
  }
  const rows = [...byWord].map(([word, count]) => ({ word, count }));
  return {
    byType: [...byType.values()].sort((a, b) => b.count - a.count),
    byWord: rows.sort((a, b) => b.count - a.count).slice(0, 20),
    matched,
  };
}
