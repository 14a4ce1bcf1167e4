import { expect, it } from 'vitest';
import { subjectKindWords } from './subject-kind-words.ts';

it.each([
  ['shed', 'zh-CN', '车棚'],
  ['shed', 'en', 'Bike shed'],
  ['brought-by-a-list', 'zh-CN', '其他'],
] as const)('%s in %s', (kind, language, words) => {
  expect(subjectKindWords(kind, language)).toBe(words);
});
