import type { changeFields, ParsedInputOf } from '@linli/contract';
import { type Actor, fieldAccess, findRegisterField, type RegisterField } from '@linli/domain';
import { refuse } from '../../../platform/errors.ts';
import type { SubjectRow } from '../subject-row.ts';

/**
 * Refuses, field by field, what has become another value since it was read: entries made without a network come late, and
 * somebody else may have asked meanwhile. The same value entered twice is no matter. Sealed numbers and what the actor sees
 * masked are not compared: nobody read their value.
 */
export function mustStandAsRead(
  actor: Actor,
  row: SubjectRow,
  entries: ParsedInputOf<typeof changeFields>['fields'],
): void {
  const problems = entries.flatMap(({ code, value, was }, at) => {
    const field = findRegisterField(row.noun, code);
    if (was === undefined || field === undefined || field.kind === 'secret') return [];
    if (fieldAccess(actor, field, row.path) !== 'full') return [];
    const stands = row.fields[code] ?? null;
    if (stands === was || stands === value) return [];
    const [now, nowEn] = wordsOf(field, stands);
    return [{ path: `fields.${at}.value`, code: 'moved-on' as const, params: { now, nowEn } }];
  });
  if (problems.length > 0) refuse('input-invalid', {}, { fields: problems });
}

function wordsOf(field: RegisterField, value: unknown): [zh: string, en: string] {
  if (value === null) return ['没有登记', 'not recorded'];
  if (typeof value === 'boolean') return value ? ['是', 'Yes'] : ['否', 'No'];
  const label = field.options?.find((option) => option.value === value)?.label;
  return [label?.zh ?? String(value), label?.en ?? label?.zh ?? String(value)];
}
