import { describe, expect, it } from 'vitest';
import { Refusal } from '../../platform/errors.ts';
import { refusedRow } from './prepare-rows.ts';
import { problemMessage } from './problem-words.ts';

describe('a row that cannot be taken up', () => {
  it('says why in words, also for rare reasons', () => {
    const problem = refusedRow(new Refusal('case-not-shareable'), '06010');
    for (const language of ['zh-CN', 'en'] as const) {
      const words = problemMessage(problem, language);
      expect(words).not.toContain('case-not-shareable');
      expect(words).not.toMatch(/[{}]/);
    }
    expect(problemMessage(problem, 'zh-CN')).toMatch(/^不能受理：\p{Script=Han}/u);
    expect(problemMessage(problem, 'en')).toMatch(/^It cannot be taken up: [A-Z][a-z]/);
  });
});
