import { checkCreditCode } from './identity/check-credit-code.ts';
import { checkPhone } from './identity/check-phone.ts';
import type { RegisterField } from './register-field.ts';

/** What a field may hold besides text: sealed fields take text too. */
export type FieldValue = string | number | boolean;
export type FieldValueProblem = 'required' | 'too-long' | 'not-an-option' | 'wrong-format' | 'too-small' | 'too-big';

const longestText = 200;
const greatestNumber = 1e9;
const phones = new Set(['phone', 'emergencyPhone', 'ownerPhone', 'keeperPhone']);

/**
 * A value as the register keeps it (trimmed, half width where it is a number on paper), or what is wrong with it. Identity numbers are
 * checked with their kind of document by `checkIdentityDocument`; here they only have a length.
 */
export function checkFieldValue(
  field: Pick<RegisterField, 'noun' | 'code' | 'kind' | 'options'>,
  value: unknown,
  options: { numbers?: 'strict' | 'test' } = {},
): { ok: true; value: FieldValue } | { ok: false; problem: FieldValueProblem } {
  switch (field.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? { ok: true, value } : bad('wrong-format');
    case 'number':
      return checkNumber(value);
    case 'date':
      return typeof value === 'string' && isDay(value) ? { ok: true, value } : bad('wrong-format');
    case 'code':
      return typeof value === 'string' && field.options?.some((option) => option.value === value)
        ? { ok: true, value }
        : bad('not-an-option');
    case 'text':
    case 'secret':
      return checkText(field, value, options);
  }
}

function bad(problem: FieldValueProblem): { ok: false; problem: FieldValueProblem } {
  return { ok: false, problem };
}

function checkNumber(value: unknown): ReturnType<typeof checkFieldValue> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return bad('wrong-format');
  if (value < 0) return bad('too-small');
  return value > greatestNumber ? bad('too-big') : { ok: true, value };
}

function checkText(
  field: Pick<RegisterField, 'noun' | 'code'>,
  value: unknown,
  options: { numbers?: 'strict' | 'test' },
): ReturnType<typeof checkFieldValue> {
  if (typeof value !== 'string') return bad('wrong-format');
  const text = value.trim();
  if (text === '') return bad('required');
  if (text.length > longestText) return bad('too-long');
  if (phones.has(field.code)) {
    const phone = checkPhone(text, options);
    return phone.ok ? { ok: true, value: phone.normalised } : bad('wrong-format');
  }
  if (field.code === 'creditCode') {
    const code = checkCreditCode(text);
    return code.ok ? { ok: true, value: code.normalised } : bad('wrong-format');
  }
  // GB/T 47678.5: division (6), class (2), kind (3), number (6).
  if (field.noun === 'asset' && field.code === 'code')
    return /^\d{17}$/.test(text) ? { ok: true, value: text } : bad('wrong-format');
  return { ok: true, value: text };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
