import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyWords, explainWords } from './classify-words.ts';
import { learnToSort, measureAt } from './learn-to-sort.ts';
import { someTexts } from './sorting-texts.fixture.ts';
import { wordModelFromBytes, wordModelToBytes } from './word-model.ts';

const { texts, labels } = someTexts(240);
const learned = learnToSort(texts, labels);

describe('learning to sort', () => {
  it('guesses what it has not seen and says because of which words', () => {
    const text = '五号楼的电梯今天又困人了，请尽快处理';
    expect(classifyWords(learned.model, text)[0]).toMatchObject({ label: 'lift' });
    const because = explainWords(learned.model, text, 'lift');
    expect(because).toContain('电梯');
    expect(because.every((word) => text.includes(word))).toBe(true);
    expect(explainWords(learned.model, text, 'no-such-class')).toEqual([]);
  });

  it('names no words cut together over what only joins them', () => {
    const because = explainWords(learned.model, '梯坏了又困，电梯也停的一间', 'lift');
    expect(because.length).toBeGreaterThan(0);
    expect(because.join('')).not.toMatch(/[了又也的]/);
  });

  it('gives the same bytes for the same input, and reads them back to the same guesses', () => {
    const bytes = wordModelToBytes(learned.model);
    expect(Buffer.from(wordModelToBytes(learnToSort(texts, labels).model)).equals(Buffer.from(bytes))).toBe(true);
    const again = wordModelFromBytes(bytes);
    if (!again) throw new Error('not read back');
    for (const text of texts.slice(0, 20))
      expect(classifyWords(again, text)).toEqual(classifyWords(learned.model, text));
  });

  it('keeps no words', () => {
    const stored = new TextDecoder('utf-8').decode(wordModelToBytes(learned.model));
    expect(stored).not.toContain('电梯');
    expect(stored).not.toContain('垃圾');
  });

  it('refuses bytes that are no model', () => {
    const bytes = wordModelToBytes(learned.model);
    expect(wordModelFromBytes(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(wordModelFromBytes(new Uint8Array())).toBeNull();
    expect(wordModelFromBytes(new TextEncoder().encode('{"format":99}\n'))).toBeNull();
    expect(wordModelFromBytes(new TextEncoder().encode('nonsense\n'))).toBeNull();
  });

  it('is less sure where labels are wrong: confidence follows accuracy on texts held out', () => {
    const noisy = learnToSort(texts, someTexts(240, 4).labels);
    const mean = (model: typeof learned.model) =>
      texts.reduce((sum, text) => sum + (classifyWords(model, text)[0]?.confidence ?? 0), 0) / texts.length;
    expect(noisy.accuracy).toBeLessThan(0.85);
    expect(learned.accuracy).toBeGreaterThan(0.95);
    expect(mean(noisy.model)).toBeLessThan(mean(learned.model) - 0.05);
    expect(Math.abs(mean(noisy.model) - noisy.accuracy)).toBeLessThan(0.15);
  });

  it('measures each class; a higher floor suggests less', () => {
    for (const one of learned.measures) {
      const low = measureAt(one, 0);
      const high = measureAt(one, 0.9);
      expect(low.suggested).toBeGreaterThanOrEqual(high.suggested);
      expect(low.covered).toBe(low.meant);
      expect(low.right).toBeLessThanOrEqual(low.suggested);
    }
    expect(learned.measures.reduce((sum, one) => sum + measureAt(one, 0).meant, 0)).toBe(texts.length);
  });

  it('bears any text: shares of one, no fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const guesses = classifyWords(learned.model, text);
        const sum = guesses.reduce((total, guess) => total + guess.confidence, 0);
        expect(sum).toBeCloseTo(1, 6);
        explainWords(learned.model, text, 'lift');
      }),
      { numRuns: 200 },
    );
  });

  it('bears very little to learn from', () => {
    expect(classifyWords(learnToSort(['甲乙'], ['a']).model, '甲')[0]).toMatchObject({ label: 'a', confidence: 1 });
    expect(classifyWords(learnToSort([], []).model, '甲')).toEqual([]);
    expect(learnToSort(['', ' '], ['a', 'b']).model.classes).toEqual(['a', 'b']);
  });
});
