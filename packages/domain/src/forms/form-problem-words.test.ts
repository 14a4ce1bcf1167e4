import { expect, it } from 'vitest';
import { formFaultCodes, formProblemWords } from './form-problem-words.ts';

const columns = [{ label: { zh: '序号' } }, { label: { zh: '残疾', en: 'Disability' } }];

it.each([
  [
    { path: 'item', code: 'field-not-in-item', detail: 'person.phone' },
    '这个事项不含个人字段“联系电话”',
    'the item does not cover “Telephone”',
  ],
  [
    { path: 'columns.1', code: 'row-column-out-of-place' },
    '“残疾”列：这一列不适合这样的行',
    'column “Disability”: does not fit these rows',
  ],
  [{ path: 'columns', code: 'tag-unknown', detail: '$&' }, '没有这个标签：$&', 'no such tag: $&'],
  [
    { path: 'item', code: 'field-not-in-item', detail: 'home.address' },
    '这个事项不含个人字段“住址”',
    'the item does not cover “Address”',
  ],
] as const)('says %j', (problem, zh, en) => {
  expect(formProblemWords(problem, columns)).toEqual({ zh, en });
});

it('says no condition as the parser says it', () => {
  const said = formProblemWords({ path: 'rows.when', code: 'condition-invalid', detail: 'Unexpected token: EOF' });
  expect([said.zh, said.en].join()).not.toContain('EOF');
});

it('has words for every problem, and no code among them', () => {
  for (const code of formFaultCodes) {
    const { zh, en } = formProblemWords({ path: 'columns.9', code, detail: 'x' }, columns);
    expect([zh, en].join()).not.toMatch(/\{|undefined/);
    expect([zh, en].join()).not.toContain(code);
  }
});
