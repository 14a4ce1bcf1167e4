import type { SubjectNoun } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';
import { subjectKindWords } from '../registers/subject-kind-words.ts';
import type { FormColumn } from './form-definition.ts';
import type { Language } from './form-language.ts';
import { nounOf } from './row-condition.ts';

/** What stands behind a cell: see `form_row.marks`. */
export const cellMarks = {
  f: 'filled',
  s: 'stale',
  x: 'sealed',
  c: 'computed',
  a: 'asked',
  o: 'no',
  n: 'blank',
  m: 'missing',
  u: 'unknown',
  r: 'restricted',
  g: 'gap',
} as const;
export type CellMark = (typeof cellMarks)[keyof typeof cellMarks];

/** The state of column `at` by the letters of a row. */
export function cellMark(marks: string, at: number): CellMark {
  const letter = marks[at] as keyof typeof cellMarks | undefined; // written by the filling statement alone
  return letter && letter in cellMarks ? cellMarks[letter] : 'gap';
}

const yesNo = { 'zh-CN': ['是', '否'], en: ['Yes', 'No'] } as const;

/** A value as people read it in a ledger: codes in words, yes and no, days as they are. */
export function cellWords(value: unknown, column: FormColumn, noun: SubjectNoun | null, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (column.bind === 'computed' && column.computed === 'kind') return subjectKindWords(value, language);
  const options = optionsOf(column, noun);
  const label = options?.find((option) => option.value === value)?.label;
  if (!label) return value;
  return language === 'en' ? (label.en ?? label.zh) : label.zh;
}

function optionsOf(column: FormColumn, noun: SubjectNoun | null) {
  if (column.bind === 'asked') return column.ask.options;
  if (column.bind !== 'field' || noun === null) return undefined;
  return findRegisterField(nounOf(column.of, noun), column.field)?.options;
}
