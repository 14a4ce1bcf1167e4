import {
  type CodeRow,
  checkFieldValue,
  dayOf,
  type FieldValue,
  nationalCodes,
  type RegisterField,
} from '@linli/domain';
import { plainWord } from '../compile-mapping.ts';
import type { RowProblemCode } from '../problem-words.ts';
import { readInstant } from '../read-instant.ts';
import { codeWords } from './field-words.ts';

export type ReadCell = { ok: true; value: FieldValue } | { ok: false; code: RowProblemCode };

/** Ledgers write these where nothing is known; such a cell is as empty as an empty one. */
const nothing = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  'null',
  'n/a',
  'na',
  'none',
  '无',
  '未知',
  '不详',
  '暂无',
  '未填',
  '待补',
  '#n/a',
  '0000-00-00',
]);
const yes = new Set(['是', '有', '√', '✓', 'y', 'yes', 'true', '1', '已', '需要', '愿意', '会']);
const no = new Set(['否', '无', '没有', '×', 'x', 'n', 'no', 'false', '0', '未', '不需要', '不愿意', '不会']);

/** Whether a cell says nothing. `无` means no where yes or no is asked. */
export function saysNothing(text: string, kind: RegisterField['kind'] | null): boolean {
  const word = plainWord(text.replace(/^'/, ''));
  return nothing.has(word) && !(kind === 'boolean' && word === '无');
}

/** A cell as a value of a field: dates in any of their usual ways, numbers written as text or with their unit, codes by word. */
export function readCell(
  field: RegisterField,
  text: string,
  call: { mapped: string | undefined; today: string; numbers: 'strict' | 'test' },
): ReadCell {
  const value = meantBy(field, text, call.mapped);
  if (value === null) return { ok: false, code: unread[field.kind] };
  if (field.kind === 'date' && typeof value === 'string' && value > call.today && isPast(field.code))
    return { ok: false, code: 'day-future' };
  const checked = checkFieldValue(field, value, { numbers: call.numbers });
  if (checked.ok) return checked;
  return { ok: false, code: checked.problem === 'too-long' ? 'text-too-long' : unread[field.kind] };
}

const unread: Readonly<Record<RegisterField['kind'], RowProblemCode>> = {
  date: 'day-wrong',
  number: 'figure-wrong',
  boolean: 'answer-unclear',
  code: 'code-unknown',
  text: 'text-wrong',
  secret: 'phone-wrong',
};

/** Licences and permits run on; everything else has happened. */
function isPast(code: string): boolean {
  return !code.endsWith('Until');
}

function meantBy(field: RegisterField, text: string, mapped: string | undefined): FieldValue | null {
  const plain = text.normalize('NFKC').replace(/^'/, '').trim();
  switch (field.kind) {
    case 'date': {
      const at = readInstant(plain.replace(/[^\d]+$/u, (end) => (end === '日' ? end : '')));
      return at ? dayOf(at) : null;
    }
    case 'number':
      return numberOf(plain);
    case 'boolean': {
      const word = plainWord(mapped ?? plain);
      if (yes.has(word)) return true;
      return no.has(word) ? false : null;
    }
    case 'code':
      return codeOf(field, mapped ?? plain);
    case 'text':
    case 'secret':
      return mapped ?? plain;
  }
}

function numberOf(text: string): number | null {
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(?:平方米|平米|㎡|m2|M2|人|户|个|只|条|张|小时|元)?$/u.exec(text);
  return found ? Number(`${(found[1] ?? '').replaceAll(',', '')}${found[2] ?? ''}`) : null;
}

function codeOf(field: RegisterField, text: string): string | null {
  const word = plainWord(text);
  const option = field.options?.find(
    ({ value, label }) => value === text || plainWord(label.zh) === word || plainWord(label.en ?? '') === word,
  );
  return option?.value ?? codeWords[`${field.noun}.${field.code}`]?.[word] ?? null;
}

export function findRelation(text: string): string | null {
  const word = plainWord(text);
  const rows: readonly CodeRow[] = nationalCodes.familyRelation.rows;
  const row = rows.find(({ code, zh, en }) => code === word || plainWord(zh) === word || en === word);
  return row?.code === '01' ? '02' : (row?.code ?? null);
}
