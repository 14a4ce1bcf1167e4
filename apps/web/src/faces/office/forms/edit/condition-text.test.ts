import { readRowCondition } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { chosenBy, conditionText, joinCondition } from './condition-text.ts';

describe('conditions as one text', () => {
  it('say kind and tags with what else holds, and read back', () => {
    const text = conditionText({ kind: 'shop', tags: ['fire', 'late'], when: 'has(field.grade) || field.closed' });
    expect(text).toBe('kind == "shop" && "fire" in tags && "late" in tags && (has(field.grade) || field.closed)');
    expect(conditionText({ noun: 'person' })).toBe('');
    const read = readRowCondition(conditionText({ kind: 'shop', tags: ['fire'] }), 'entity');
    expect(read.ok && read.condition).toMatchObject({ op: 'all', of: [{ on: { from: 'kind' } }, { tag: 'fire' }] });
  });

  it('join so that an “or” stays together', () => {
    expect(joinCondition('', 'age >= 60')).toBe('age >= 60');
    expect(joinCondition('age < 6 || age >= 60', '"a" in tags')).toBe('(age < 6 || age >= 60) && "a" in tags');
  });

  it('replace kind and tags once they are changed', () => {
    const chosen = { noun: 'entity' as const, kind: 'shop', tags: ['fire'], when: 'field.closed' };
    expect(chosenBy(chosen, '"late" in tags')).toEqual({ noun: 'entity', tags: [], when: '"late" in tags' });
    expect(chosenBy(chosen, ' ')).toEqual({ noun: 'entity', tags: [] });
  });
});
