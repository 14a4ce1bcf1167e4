import { describe, expect, it } from 'vitest';
import { emptyQuestion, expressionOf, type Question, questionOf } from './question.ts';

describe('a question of tags', () => {
  it('asks nothing while nothing is chosen', () => {
    expect(expressionOf(emptyQuestion)).toBeNull();
    expect(expressionOf({ ...emptyQuestion, noun: 'home', ageMin: 80 })).toBeNull();
  });

  it('comes back from what was kept as it was asked', () => {
    const question: Question = {
      noun: 'person',
      parts: [
        { id: 1, is: 'any', tags: [3, 5] },
        { id: 2, is: 'none', tags: [7] },
      ],
      conditions: [
        { id: 3, term: 'person.veteran', op: 'yes', value: null },
        { id: 4, term: 'person.careLevel', op: 'unknown', value: null },
      ],
      ageMin: 80,
      ageMax: null,
      placeId: '00000000-0000-7000-8000-000000000001',
      level: 3,
    };
    const expression = expressionOf(question);
    expect(expression).toEqual({
      and: [
        { or: [{ tag: 3 }, { tag: 5 }] },
        { not: { tag: 7 } },
        { field: 'person.veteran', op: 'is', value: true },
        { not: { field: 'person.careLevel', op: 'known' } },
        { age: { min: 80 } },
        { place: question.placeId },
      ],
    });
    expect(expression && questionOf(expression, 'person', 3)).toEqual(question);
  });

  it('does not pretend to show what it cannot', () => {
    expect(questionOf({ or: [{ field: 'person.veteran', op: 'is', value: true }] }, 'person', 4)).toBeNull();
  });
});
