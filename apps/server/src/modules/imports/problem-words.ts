import { type Language, wordsFor } from '@linli/contract';
import { registerProblemWords } from './registers/problem-words.ts';

/** What is wrong with a row, for the person who must mend the table. */
const problemWords = {
  ...registerProblemWords,
  'number-missing': { zh: '没有工单编号', en: 'The order has no number' },
  'number-too-long': { zh: '编号超过 80 个字', en: 'The number is longer than 80 characters' },
  'number-repeated': { zh: '编号在第{firstLine}行已出现', en: 'The number is already on line {firstLine}' },
  'time-missing': { zh: '没有时间', en: 'The time is missing' },
  'time-wrong': { zh: '时间“{value}”读不出来', en: 'The time “{value}” cannot be read' },
  'time-future': { zh: '时间“{value}”还没有到', en: 'The time “{value}” lies in the future' },
  'closed-before': { zh: '办结时间早于受理时间', en: 'It was closed before it was reported' },
  'words-missing': { zh: '没有内容', en: 'There are no words' },
  'type-missing': { zh: '没有类别，对照表也没有指定', en: 'No column says the type, and the mapping fixes none' },
  'type-unknown': { zh: '类别“{value}”没有对照', en: 'The class “{value}” is not in the mapping' },
  'type-closed': { zh: '类型“{value}”没有开放或不接受导入', en: 'The type “{value}” is not open for imports' },
  'unit-unknown': { zh: '单位“{value}”没有对照', en: 'The unit “{value}” is not known' },
  'area-unknown': { zh: '区域“{value}”不在本街道', en: 'The area “{value}” is not of this street' },
  'point-wrong': { zh: '坐标“{value}”不是经纬度', en: '“{value}” is not a coordinate' },
  'place-unknown': {
    zh: '看不出在哪里，这一类事项须有地点',
    en: 'Where it is cannot be told, and this type needs a place',
  },
  'result-unknown': { zh: '处理结果“{value}”没有对照', en: 'The result “{value}” is not in the mapping' },
  'answer-unknown': { zh: '“{value}”看不出是或否', en: '“{value}” is neither yes nor no' },
  'form-wrong': { zh: '“{field}”填写不对', en: '“{field}” is not filled in rightly' },
  'form-column-missing': {
    zh: '“{type}”还要填“{field}”，表格里没有对应的列：把写着这项内容的列对应到“表单：{field}”（没有就在表格里加一列再上传），或把这一类对应到别的事项类型',
    en: '“{type}” also asks “{field}”, and no column of the table is mapped to it: map a column that says it to “Form: {field}” (if there is none, add one and upload again), or map this class to another type',
  },
  'form-cell-empty': {
    zh: '“{type}”要填“{field}”，这一格是空的：在表格里填上再上传，或把这一类对应到别的事项类型',
    en: '“{type}” asks “{field}” and the cell is empty: fill it in and upload again, or map this class to another type',
  },
  'form-not-from-table': {
    zh: '“{type}”要填“{field}”，表格里填不了：请把这一类对应到别的事项类型，或单独登记这一件',
    en: '“{type}” asks “{field}”, which a table cannot say: map this class to another type, or report this matter by itself',
  },
  'form-not-option': {
    zh: '“{field}”没有“{value}”这一项，可以写：{options}',
    en: '“{field}” has no choice “{value}”; it may be: {options}',
  },
  'form-value-wrong': {
    zh: '“{field}”写的“{value}”读不出来，或超出了允许的范围',
    en: '“{value}” cannot be read as “{field}”, or is out of its bounds',
  },
  'calendar-year-missing': {
    zh: '{year}年的节假日安排尚未录入，算不出时限',
    en: 'The holiday table for {year} is missing, so no deadline can be computed',
  },
  'order-changed': {
    zh: '编号已导入过，这次内容不同；已有的没有改动',
    en: 'Taken up before and different now; what is here was left as it is',
  },
  refused: { zh: '不能受理：{reason}', en: 'It cannot be taken up: {reason}' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type RowProblemCode = keyof typeof problemWords;

/** Said of rows that are good: nothing of them is lost, but somebody should know. */
const notes: ReadonlySet<string> = new Set<RowProblemCode>([
  'order-changed',
  'field-held',
  'lives-elsewhere',
  'address-kept',
  'room-kept',
]);

export function isNote(problem: Pick<RowProblem, 'code'>): boolean {
  return notes.has(problem.code);
}

/** One thing wrong with one cell. `heading` is the file's own; empty when it concerns the whole row. */
export interface RowProblem {
  heading: string;
  code: RowProblemCode;
  params: Record<string, string | number>;
}

/** Names of types and fields are kept in both languages: `fieldEn` beside `field`. */
function inEnglish(params: RowProblem['params']): RowProblem['params'] {
  const english = Object.entries(params).flatMap(([key, value]) =>
    key.endsWith('En') ? [[key.slice(0, -2), value] as const] : [],
  );
  return { ...params, ...Object.fromEntries(english) };
}

/** A problem in the reader's words; an unknown code of an older release stays readable. */
export function problemMessage(problem: { code: string; params: RowProblem['params'] }, language: Language): string {
  const words = (problemWords as Record<string, { zh: string; en: string }>)[problem.code]; // stored codes are text
  return words
    ? wordsFor(words, language, language === 'en' ? inEnglish(problem.params) : problem.params)
    : problem.code;
}
