import { describe, expect, it } from 'vitest';
import { readRowCondition } from '../forms/row-condition.ts';
import { compileRule } from './compile-rule.ts';
import { wordsOfFault } from './words-of-fault.ts';

const faultOf = (read: { ok: true } | { ok: false; error: string }) => (read.ok ? null : wordsOfFault(read.error));
const rule = (text: string) => faultOf(compileRule(text, 'person'));
const condition = (text: string) => faultOf(readRowCondition(text, 'person'));
const unread = wordsOfFault('');

const broken = [
  ...[
    'age >=',
    '(age >= 80',
    'age ≥ 80',
    'age >= 80，',
    'foo == 1',
    'age',
    'age == "x"',
    '!age',
    'foo(1)',
    'age + 1 > 2',
  ],
  ...['age in 3', 'true', '"open', 'has(x)', '1 == 1', `${'('.repeat(30)}true`],
];
const rules = [
  'person.foo == "x"',
  'person.livingArrangement == "zzz"',
  'person.phone == "1"',
  'age in []',
  'age >= -"3"',
];
const conditions = [
  ...['field.foo == "x"', 'field.livingArrangement == "zzz"', 'field.phone == "1"', '1 in tags', 'field.born >= "1"'],
  ...['field.dogs == "x"', 'kind > "a"', 'x.y == 1', 'age > kind'],
];

describe('the words of a fault', () => {
  it.each([...broken, ...rules].map((text) => [text, rule(text)] as const))('of a rule: %s', (text, words) => {
    expect(words).not.toEqual(unread);
    sayInBoth(text, words);
  });

  it.each([...broken, ...conditions].map((text) => [text, condition(text)] as const))(
    'of a condition: %s',
    (text, words) => {
      expect(words).not.toEqual(unread);
      sayInBoth(text, words);
    },
  );

  it('names a field as the registers call it, and says something of what it does not know', () => {
    expect(condition('field.phone == "1"')?.zh).toBe('“联系电话”是加密信息，不能作条件');
    expect(rule('age >=')).toEqual({
      zh: '没有写完，末尾还缺内容',
      en: 'It breaks off: something is missing at the end',
    });
    expect(wordsOfFault('a fault nobody has met').zh).toBe('读不懂，请检查拼写、引号和括号');
  });
});

/** Chinese for Chinese readers: no English words beyond what was written and the examples; nothing left unfilled. */
function sayInBoth(text: string, words: { zh: string; en: string } | null): void {
  expect(words?.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(words?.en).not.toMatch(/[\u4e00-\u9fff]{2}(?!.*[”"])/);
  const foreign = (words?.zh.match(/[A-Za-z]{4,}/g) ?? []).filter((word) => !text.includes(word));
  expect(foreign.filter((word) => !['true', 'false', 'field'].includes(word))).toEqual([]);
  expect(`${words?.zh}${words?.en}`).not.toContain('$');
}
