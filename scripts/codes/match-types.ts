import type { CaseTypeDefinition } from '@linli/domain';

type NamedType = Pick<CaseTypeDefinition, 'code' | 'name' | 'synonyms'>;

/** Case types whose name or synonym stands in a category's name, the longest word first; empty = nothing here answers to it. */
export function matchTypes(category: string, types: readonly NamedType[]): { code: string; word: string }[] {
  const text = category.toLowerCase();
  const found = types.flatMap(({ code, name, synonyms }) => {
    const words = [name.zh, name.en ?? '', ...synonyms]
      .map((word) => word.toLowerCase())
      .filter((word) => word.length > 1);
    const word = words.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0];
    return word === undefined ? [] : [{ code, word }];
  });
  return found.sort((a, b) => b.word.length - a.word.length || (a.code < b.code ? -1 : 1));
}
