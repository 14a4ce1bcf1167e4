import { type SubjectNoun, subjectNouns } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';
import { wordsOfFault } from '../tags/words-of-fault.ts';
import type { FormColumn } from './form-definition.ts';
import { formProblemCodes } from './form-problems.ts';

type Words = { zh: string; en: string };

/** What `findFormProblems` finds, and what only the site knows: a tag or a layout file that is not there. */
export const formFaultCodes = [...formProblemCodes, 'tag-unknown', 'template-unknown'] as const;

export interface FormFault {
  path: string;
  code: (typeof formFaultCodes)[number];
  detail?: string | undefined;
}

const words: Readonly<Record<FormFault['code'], Words>> = {
  'column-key-twice': { zh: '列的编号重复：{detail}', en: 'column key twice: {detail}' },
  'field-unknown': { zh: '登记册没有这个字段：{detail}', en: 'the registers have no {detail}' },
  'figure-out-of-place': { zh: '统计数只能用在按居民区或微网格的表', en: 'figures belong to forms by area' },
  'row-column-out-of-place': { zh: '这一列不适合这样的行', en: 'does not fit these rows' },
  'condition-invalid': { zh: '条件读不懂：{detail}', en: 'condition not understood: {detail}' },
  'sum-not-a-number': { zh: '只能合计数字字段：{detail}', en: 'only numbers can be summed: {detail}' },
  'asked-of-people': {
    zh: '涉及个人的内容只能用登记册已有的字段，不能另问',
    en: 'people are asked only what the registers may hold',
  },
  'item-unknown': { zh: '准入清单里没有这个事项，请选一个', en: 'not on the permitted list; choose an item' },
  'item-not-of-unit': { zh: '这个事项不是您部门的', en: 'the item is not your department’s' },
  'field-not-in-item': { zh: '这个事项不含个人字段“{detail}”', en: 'the item does not cover “{detail}”' },
  'tag-unknown': { zh: '没有这个标签：{detail}', en: 'no such tag: {detail}' },
  'template-unknown': { zh: '版式文件不在了，请重新上传', en: 'the layout file is gone; upload it again' },
};

/** Named by an item beside the whitelist. */
const besides: Readonly<Record<string, Words>> = {
  'person.name': { zh: '姓名或名称', en: 'Name' },
  'home.address': { zh: '住址', en: 'Address' },
};

/** A problem of a form as people read it, with the column it is at where there is one. */
export function formProblemWords(
  { path, code, detail = '' }: FormFault,
  columns: readonly Pick<FormColumn, 'label'>[] = [],
): Words {
  const named = detailWords(code, detail);
  const at = /^columns\.(\d+)/.exec(path)?.[1];
  const label = at === undefined ? undefined : columns[Number(at)]?.label;
  const fill = (language: keyof Words) => words[code][language].replace('{detail}', () => named[language]);
  return {
    zh: `${label === undefined ? '' : `“${label.zh}”列：`}${fill('zh')}`,
    en: `${label === undefined ? '' : `column “${label.en ?? label.zh}”: `}${fill('en')}`,
  };
}

/** `person.phone` as the field is called. */
function detailWords(code: FormFault['code'], detail: string): Words {
  if (code === 'condition-invalid') return wordsOfFault(detail);
  const [noun, key = ''] = detail.split('.');
  const known: SubjectNoun | undefined = subjectNouns.find((each) => each === noun);
  const label = known === undefined ? undefined : findRegisterField(known, key)?.label;
  if (label !== undefined) return { zh: label.zh, en: label.en ?? label.zh };
  return besides[detail] ?? { zh: detail, en: detail };
}
