import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainWords } from './plain-words.ts';

describe('plain words', () => {
  it('makes full-width, case, digits and white space alike', () => {
    expect(toPlainWords('Ａ７县　有１２０户\t\n停水').plain).toBe('a0县 有0户 停水');
    expect(toPlainWords('A7县120户', 'as-written').plain).toBe('a7县120户');
  });

  it('drops greetings', () => {
    expect(toPlainWords('尊敬的胡书记：您好！路灯坏了，谢谢！').plain.trim()).toBe('路灯坏了,');
  });

  it('finds the title line, and none in one sentence', () => {
    const { plain, titleEnd } = toPlainWords('小区停水\n\t\t\t我们小区已经停水三天了，没有人来管，老人下不了楼');
    expect(plain.slice(0, titleEnd)).toBe('小区停水');
    expect(toPlainWords('小区停水三天了没有人管').titleEnd).toBe(0);
  });

  it('keeps where each character stood, and both ends of a long text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { plain, from } = toPlainWords(text);
        expect(from.length).toBe(plain.length);
        expect([...from].every((at, i) => at < text.length && (i === 0 || at > (from[i - 1] ?? 0)))).toBe(true);
      }),
    );
    const long = toPlainWords(`头${'中'.repeat(9000)}尾`).plain;
    expect(long.length).toBeLessThan(3000);
    expect(long.startsWith('头') && long.endsWith('尾')).toBe(true);
  });
});
