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
    const fields = [...'abcdef'].map((key) => FormField.parse({ key, kind: 'text', label: { zh: key } }));
    const kept = filledValues(fields, { a: '', b: null, c: [], d: false, e: 0, f: 'x' });
    expect(kept).toEqual({ d: false, e: 0, f: 'x' });
  });
});

describe('a condition', () => {
  const made = (key: string, more: object) => FormField.parse({ key, kind: 'text', label: { zh: '项' }, ...more });
  const contacted = { field: 'contacted', is: true };
  const fields = [
    made('contacted', { kind: 'boolean', required: true }),
    made('person', { shownWhen: contacted, requiredWhen: contacted }),
    made('title', { shownWhen: { field: 'person', is: ['甲', '乙'] } }),
  ];

  it('asks, and requires, only while it holds', () => {
    expect(formProblems(fields, { contacted: true }).map(({ key }) => key)).toEqual(['person']);
    expect(formProblems(fields, { contacted: false })).toEqual([]);
    expect(formProblems(fields, { contacted: true, person: '甲' })).toEqual([]);
  });

  it('leaves out answers to what is not asked, and all that hangs on them', () => {
    const values = { contacted: false, person: '甲', title: '长' };
    expect(filledValues(fields, values)).toEqual({ contacted: false });
    expect(filledValues(fields, { ...values, contacted: true })).toEqual({ ...values, contacted: true });
    expect(filledValues(fields, { contacted: true, person: '丙', title: '长' })).not.toHaveProperty('title');
  });

  it('does not let an unknown field pass', () => {
    expect(formProblems(fields, filledValues(fields, { contacted: false, other: 'x' }))).toEqual([
      { key: 'other', code: 'unknown', params: {} },
    ]);
  });
});
