import { ApiError } from '@linli/client';
import { describe, expect, it } from 'vitest';
import { atFormItems, entriesOf, fieldItems, homeName, newSubjectInput } from './new-values.ts';

describe('entriesOf', () => {
  it('sends what was typed, no and nought too, and the paper of the number', () => {
    const fields = { idNumber: '1', sex: undefined, phone: '', dogs: 0, mealService: false };
    expect(entriesOf({ fields, documentKind: 'passport' })).toEqual([
      { code: 'idNumber', value: '1', documentKind: 'passport' },
      { code: 'dogs', value: 0 },
      { code: 'mealService', value: false },
    ]);
  });
});

describe('newSubjectInput', () => {
  it('calls a home by its building and room', () => {
    const building = { id: 'b', address: '栖霞路64弄17号' };
    expect(newSubjectInput('home', { kind: 'dwelling', building, room: ' 102 ', areaM2: 60 })).toEqual({
      noun: 'home',
      kind: 'dwelling',
      name: '栖霞路64弄17号102室',
      place: { buildingId: 'b' },
      room: '102',
      areaM2: 60,
      fields: [],
    });
  });
});

it('homeName leaves a room in words as it is', () => {
  expect(homeName('东方路1400弄2号', '底层东间')).toBe('东方路1400弄2号底层东间');
});

describe('atFormItems', () => {
  it('names the item a problem belongs to and leaves others', () => {
    const problem = (path: string) => ({ path, code: 'wrong-format' as const, message: '', params: {} });
    const error = new ApiError(400, {
      code: 'input-invalid',
      params: {},
      message: '',
      id: 'x',
      fields: [problem('fields.1.value'), problem('name')],
    });
    const moved = atFormItems(error, fieldItems([{ code: 'sex' }, { code: 'phone' }]));
    expect(moved instanceof ApiError ? moved.fields.map(({ path }) => path) : moved).toEqual(['fields.phone', 'name']);
    expect(atFormItems('x', () => 'value')).toBe('x');
  });
});
