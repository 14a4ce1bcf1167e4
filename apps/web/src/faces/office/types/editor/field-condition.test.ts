import { FieldCondition, type FormField } from '@linli/domain';
import { expect, it } from 'vitest';
import { answersOf, conditionOf } from './field-condition.ts';

const field = (more: Partial<FormField>): FormField => ({
  key: 'way',
  kind: 'select',
  label: { zh: '方式' },
  required: false,
  personal: false,
  ...more,
});
const options = ['room', 'online'].map((value) => ({ value, label: { zh: value } }));

it('writes a condition as packs do: one answer alone, several as a list, yes and no as such', () => {
  const select = field({ options });
  expect(answersOf(select).map(({ value }) => value)).toEqual(['room', 'online']);
  expect(conditionOf(select, [])).toEqual({ field: 'way', is: 'room' });
  expect(conditionOf(select, ['online'])).toEqual({ field: 'way', is: 'online' });
  expect(conditionOf(select, ['room', 'online'])).toEqual({ field: 'way', is: ['room', 'online'] });
  const yesNo = field({ key: 'joint', kind: 'boolean' });
  expect(conditionOf(yesNo, [])).toEqual({ field: 'joint', is: true });
  // The one pressed last counts: it is one or the other.
  expect(conditionOf(yesNo, ['true', 'false'])).toEqual({ field: 'joint', is: false });
  expect(conditionOf(field({ kind: 'number' }), [])).toEqual({ field: 'way', is: 0 });
  expect(conditionOf(field({}), [])).toBeUndefined();
  expect(conditionOf(undefined, ['x'])).toBeUndefined();
  for (const made of [conditionOf(select, ['room']), conditionOf(yesNo, [])])
    expect(FieldCondition.safeParse(made).success).toBe(true);
});
