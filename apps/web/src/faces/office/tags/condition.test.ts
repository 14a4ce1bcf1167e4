import { compileRule, findRegisterField, subjectNouns } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import {
  type Condition,
  conditionOps,
  expressionOfLine,
  fieldOfTerm,
  kindOfTerm,
  lineOfExpression,
  linesOf,
  questionTerms,
  ruleOf,
  ruleTerms,
} from './condition.ts';

/** Every term with every way to compare it, filled in as a clerk would. */
function everyLine(terms: readonly string[]): Condition[] {
  return terms.flatMap((term) => {
    const kind = kindOfTerm(term);
    return conditionOps[kind].map((op): Condition => {
      const place = fieldOfTerm(term);
      const code = place && findRegisterField(place.noun, place.code)?.options?.[0]?.value;
      if (op === 'in') return { id: 1, term, op, value: [code ?? ''] };
      if (op !== 'from' && op !== 'until') return { id: 1, term, op, value: null };
      return { id: 1, term, op, value: kind === 'date' ? '2026-01-31' : 12 };
    });
  });
}

describe('lines of a rule', () => {
  it.each(subjectNouns)('say in CEL what the engine takes, and come back as they were (%s)', (noun) => {
    for (const line of everyLine(ruleTerms(noun))) {
      const rule = ruleOf([line], 'all');
      const compiled = compileRule(rule, noun);
      expect(compiled.ok ? rule : `${rule}: ${compiled.error}`).toBe(rule);
      if (compiled.ok) expect(linesOf(compiled.node)).toEqual({ conditions: [line], joined: 'all' });
    }
  });

  it('are joined by all or any, leave out what is not whole, and are not made of what they cannot say', () => {
    const lines: Condition[] = [
      { id: 1, term: 'age', op: 'from', value: 80 },
      { id: 2, term: 'person.careLevel', op: 'in', value: ['5', '6'] },
      { id: 3, term: 'living.count', op: 'until', value: null },
    ];
    expect(ruleOf(lines, 'any')).toBe('age >= 80 || person.careLevel in ["5","6"]');
    expect(ruleOf([], 'all')).toBe('');
    const mixed = compileRule('age > 80 && (person.veteran || age < 3)', 'person');
    expect(mixed.ok && linesOf(mixed.node)).toBeNull();
    const strict = compileRule('age > 80', 'person');
    expect(strict.ok && linesOf(strict.node)?.conditions).toEqual([{ id: 1, term: 'age', op: 'from', value: 81 }]);
  });
});

describe('lines of a question', () => {
  it.each(subjectNouns)('come back as they were (%s)', (noun) => {
    for (const line of everyLine(questionTerms(noun))) {
      const expression = expressionOfLine(line);
      expect(expression && lineOfExpression(expression, 1)).toEqual(line);
    }
  });
});
