import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TextTree } from './thin-space.ts';

const here = new URL('./', import.meta.url);
const PLURAL = /_(zero|one|two|few|many|other)$/;

// Latin that a neighbour reads every day in Chinese text. Anything else is English that slipped in.
const ALLOWED_LATIN = new Set([
  ...[
    'Ctrl',
    'Alt',
    'K',
    'Excel',
    'GeoJSON',
    'PDF',
    'CEL',
    'GPS',
    'WGS',
    'GCJ',
    'BD',
    'km',
    'm',
    'kB',
    'MB',
    'A',
    'B',
    'C',
    'D',
    'N',
  ],
  ...['Linli', 'API', 'ID', 'JPG', 'PNG', 'CSV', 'SQL', 'EXIF', 'GB', 'T', 'j', 'k', 'd', 'r', 'e', 'c', 'enter'],
]);

function namesOf(language: string): string[] {
  return readdirSync(new URL(`${language}/`, here))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function wordsOf(language: string, name: string): Map<string, string> {
  const tree: TextTree = JSON.parse(readFileSync(new URL(`${language}/${name}`, here), 'utf8'));
  return flatten(tree, '');
}

function flatten(tree: TextTree, path: string): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    for (const [inner, words] of flatten(value, path === '' ? key : `${path}.${key}`)) flat.set(inner, words);
  }
  return flat;
}

function placeholdersOf(words: string): string[] {
  return [...new Set([...words.matchAll(/\{\{\s*-?\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

function byPluralFreeKey(words: Map<string, string>): Map<string, string[]> {
  const grouped = new Map<string, string[]>();
  for (const [key, value] of words) {
    const plain = key.replace(PLURAL, '');
    grouped.set(plain, [...new Set([...(grouped.get(plain) ?? []), ...placeholdersOf(value)])].sort());
  }
  return grouped;
}

/** What is wrong with a Chinese value, in words for the failing test; empty when it is well set. */
function chineseProblems(value: string): string[] {
  const problems: string[] = [];
  const bare = value.replace(/\{\{[^}]*\}\}/g, '');
  for (const [latin] of bare.matchAll(/[A-Za-z]+/g)) if (!ALLOWED_LATIN.has(latin)) problems.push(`English “${latin}”`);
  if (/\p{Script=Han}[,.;:!?()]|[,;:!?()]\p{Script=Han}/u.test(bare)) problems.push('half-width punctuation');
  if (/[，。；：！？、（）“”] | [，。；：！？、（）“”]/.test(value))
    problems.push('space beside full-width punctuation');
  if (/\p{Script=Han} \p{Script=Han}/u.test(value)) problems.push('space between Chinese words');
  if (/\p{Script=Han}\{\{count\}\}|\{\{count\}\}\p{Script=Han}/u.test(value))
    problems.push('no space beside {{count}}');
  if (/[\u2009\u00a0\u3000]/.test(value)) problems.push('write a plain space; the loader makes it thin');
  if (value !== value.trim() || /\.\.\./.test(value)) problems.push('stray space or three dots');
  return problems;
}

describe('text catalogues', () => {
  it('has the same files in both languages', () => {
    expect(namesOf('en')).toEqual(namesOf('zh-CN'));
  });

  describe.each(namesOf('zh-CN'))('%s', (name) => {
    it('has the same keys and placeholders in both languages', () => {
      const chinese = byPluralFreeKey(wordsOf('zh-CN', name));
      const english = byPluralFreeKey(wordsOf('en', name));
      expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
      for (const [key, placeholders] of chinese) expect(english.get(key), `${name} ${key}`).toEqual(placeholders);
    });

    it('is set as Chinese is set', () => {
      const wrong = [...wordsOf('zh-CN', name)].flatMap(([key, value]) =>
        chineseProblems(value).map((problem) => `${key}: ${problem}`),
      );
      expect(wrong).toEqual([]);
    });

    it('has no Chinese in English, save the language switch, and no empty words', () => {
      const english = [...wordsOf('en', name)];
      const wrong = english.filter(([key, value]) => /\p{Script=Han}/u.test(value) && key !== 'language.short');
      expect(wrong).toEqual([]);
      expect([...english, ...wordsOf('zh-CN', name)].filter(([, value]) => value === '')).toEqual([]);
    });
  });

  it.each([
    ['待办 task', 1],
    ['好的,谢谢', 1],
    ['您好 ，', 2],
    ['还有{{count}}件', 1],
    ['网格 长', 1],
    ['最晚 {{when}} 前办结', 0],
    ['“{{label}}”至少写 {{min}} 个字', 0],
  ])('judges %s', (value, least) => {
    expect(chineseProblems(value).length > 0).toBe(least > 0);
  });
});
