import { describe, expect, it } from 'vitest';
import { FormField } from './form-field.ts';
import { filledValues, formProblems } from './form-problems.ts';

const field = (kind: string, more: object = {}) => FormField.parse({ key: 'x', kind, label: { zh: '项' }, ...more });
const options = [{ value: 'a', label: { zh: '甲' } }];

describe('formProblems', () => {
  it.each([
    ['text', {}, '好', null],
    ['text', {}, '长'.repeat(201), 'too-long'],
    ['text', {}, 5, 'invalid'],
    ['textarea', { max: 3 }, '四个字呢', 'too-long'],
    ['number', { min: 1, max: 9 }, 0, 'too-small'],
    ['number', { min: 1, max: 9 }, 10, 'too-big'],
    ['number', {}, '5', 'invalid'],
    ['money', {}, 1250, null],
    ['money', {}, 12.5, 'invalid'],
    ['money', {}, -1, 'too-small'],
    ['money', { max: 100 }, 101, 'too-big'],
    ['select', { options }, 'a', null],
    ['select', { options }, 'b', 'not-an-option'],
    ['multi-select', { options }, ['a', 'b'], 'not-an-option'],
    ['date', {}, '2026-02-28', null],
    ['date', {}, '2026-02-30', 'wrong-format'],
    ['time', {}, '2026-03-02T09:30', null],
    ['time', {}, '2026-03-02T09:30:00.000Z', null],
    ['time', {}, '2026-03-02T09:30:00+08:00', null],
    ['time', {}, '2026-02-30T09:30', 'wrong-format'],
    ['time', {}, '2026-03-02T24:30', 'wrong-format'],
    ['unit', {}, 'u1', null],
    ['unit', {}, ['u1'], 'invalid'],
    ['units', {}, ['u1', 'u2'], null],
    ['units', {}, ['u1', 'u1'], 'invalid'],
    ['units', {}, 'u1', 'invalid'],
    ['boolean', {}, false, null],
    ['boolean', {}, 'yes', 'invalid'],
  ])('%s %j of %j → %s', (kind, more, value, code) => {
    expect(formProblems([field(kind, more)], { x: value }).map((problem) => problem.code)).toEqual(code ? [code] : []);
  });

  it('knows what is missing and what is too much, all at once', () => {
    const needed = field('text', { required: true });
    expect(formProblems([needed], { y: 1 })).toEqual([
      { key: 'y', code: 'unknown', params: {} },
      { key: 'x', code: 'required', params: {} },
    ]);
    for (const empty of ['', null, []]) expect(formProblems([needed], { x: empty })).toHaveLength(1);
    expect(formProblems([field('number', { min: 3 })], { x: 1 })[0]?.params).toEqual({ min: 3 });
  });

  it('keeps what was filled in, a no and a nought too', () => {
    expect(filledValues({ a: '', b: null, c: [], d: false, e: 0, f: 'x' })).toEqual({ d: false, e: 0, f: 'x' });
  });
});
