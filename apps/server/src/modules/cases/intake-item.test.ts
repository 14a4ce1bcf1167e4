import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleOf } from './intake-item.ts';

const lettersOf = (text: string) => [...new Intl.Segmenter('zh').segment(text)].map(({ segment }) => segment);

describe('the title of a case', () => {
  it('is short words as they are, on one line', () => {
    expect(titleOf('  路灯\n不亮 ')).toBe('路灯 不亮');
  });

  it('is at most forty letters as people see them, the last one a mark where words were left out', () => {
    const family = '👨‍👩‍👧';
    expect(titleOf(family.repeat(40))).toBe(family.repeat(40));
    expect(titleOf(family.repeat(41))).toBe(`${family.repeat(39)}…`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (words) => {
        const line = words.replace(/\s+/gu, ' ').trim();
        const letters = lettersOf(line.slice(0, 480));
        const long = line.length > 40 && letters.length > 40;
        expect(titleOf(words)).toBe(long ? `${letters.slice(0, 39).join('')}…` : line);
      }),
    );
  });
});
