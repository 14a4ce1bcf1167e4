import type { TagExpression } from '@linli/domain';
import { type Condition, expressionOfLine, lineOfExpression } from './condition.ts';

/** What a clerk puts together: every part must hold; a part is any of several tags, or none of them. */
export type QuestionPart = { readonly id: number; readonly is: 'any' | 'none'; readonly tags: readonly number[] };
export type Question = {
  readonly noun: 'person' | 'household' | 'home' | 'entity' | 'asset';
  readonly parts: readonly QuestionPart[];
  /** Conditions over fields of the noun itself. */
  readonly conditions: readonly Condition[];
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly placeId: string | null;
  readonly level: number;
};

export const emptyQuestion: Question = {
  noun: 'person',
  parts: [{ id: 1, is: 'any', tags: [] }],
  conditions: [],
  ageMin: null,
  ageMax: null,
  placeId: null,
  level: 4,
};

/** Null while nothing is asked yet. */
export function expressionOf(question: Question): TagExpression | null {
  const parts = question.parts.flatMap(({ is, tags }): TagExpression[] => {
    const leaves: TagExpression[] = tags.map((tag) => ({ tag }));
    const [only] = leaves;
    if (only === undefined) return [];
    const any: TagExpression = leaves.length === 1 ? only : { or: leaves };
    return [is === 'any' ? any : { not: any }];
  });
  const isAged = question.noun === 'person' && (question.ageMin !== null || question.ageMax !== null);
  const age = {
    ...(question.ageMin === null ? {} : { min: question.ageMin }),
    ...(question.ageMax === null ? {} : { max: question.ageMax }),
  };
  const all = [
    ...parts,
    ...question.conditions.flatMap((line) => expressionOfLine(line) ?? []),
    ...(isAged ? [{ age }] : []),
    ...(question.placeId === null ? [] : [{ place: question.placeId }]),
  ];
  const [only] = all;
  if (only === undefined) return null;
  return all.length === 1 ? only : { and: all };
}

/** A kept expression back in the form; null when it was not made here. */
export function questionOf(expression: TagExpression, noun: Question['noun'], level: number): Question | null {
  const all = 'and' in expression ? expression.and : [expression];
  let question: Question = { ...emptyQuestion, noun, level, parts: [] };
  for (const [at, each] of all.entries()) {
    if ('age' in each) question = { ...question, ageMin: each.age.min ?? null, ageMax: each.age.max ?? null };
    else if ('place' in each) question = { ...question, placeId: each.place };
    else {
      const line = lineOfExpression(each, at + 1);
      if (line !== null) {
        question = { ...question, conditions: [...question.conditions, line] };
        continue;
      }
      const inner = 'not' in each ? each.not : each;
      const leaves = 'or' in inner ? inner.or : [inner];
      const tags = leaves.flatMap((leaf) => ('tag' in leaf ? [leaf.tag] : []));
      if (tags.length !== leaves.length) return null;
      question = { ...question, parts: [...question.parts, { id: at + 1, is: 'not' in each ? 'none' : 'any', tags }] };
    }
  }
  return question.parts.length > 0 ? question : { ...question, parts: emptyQuestion.parts };
}
