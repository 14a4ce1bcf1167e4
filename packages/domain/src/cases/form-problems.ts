import { z } from 'zod';
import { askedFields } from './asked-fields.ts';
import type { FormField } from './form-field.ts';

/** The values of a form as they travel and are stored. Money is integer fen, `unit` and `units` are ids, `time` is an instant. */
export const FormValues = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(200)).max(60), z.null()]),
);
export type FormValues = z.infer<typeof FormValues>;
type FormValue = FormValues[string];

export type FormProblemCode =
  | 'required'
  | 'unknown'
  | 'invalid'
  | 'too-long'
  | 'too-small'
  | 'too-big'
  | 'not-an-option'
  | 'wrong-format';

/** One field's problem; the codes are those the contract has words for. */
export type FormProblem = {
  readonly key: string;
  readonly code: FormProblemCode;
  readonly params: Readonly<Record<string, number>>;
};

/**
 * Everything wrong with the values of a form, unknown fields too; empty = sound. What a condition hides is not judged. Whether named
 * units, mediators and rooms exist is not asked here.
 */
export function formProblems(fields: readonly FormField[], values: FormValues): FormProblem[] {
  const known = new Set(fields.map((field) => field.key));
  const problems: FormProblem[] = Object.keys(values)
    .filter((key) => !known.has(key))
    .map((key) => ({ key, code: 'unknown', params: {} }));
  for (const field of askedFields(fields, values)) {
    const value = values[field.key];
    if (isEmpty(value)) {
      if (field.required) problems.push({ key: field.key, code: 'required', params: {} });
      continue;
    }
    const fault = faultOf(field, value);
    if (fault) problems.push({ key: field.key, code: fault.code, params: fault.params ?? {} });
  }
  return problems;
}

/** The values as they are kept: without empty ones, and without answers to what was not asked. */
export function filledValues(fields: readonly FormField[], values: FormValues): FormValues {
  const asked = new Set(askedFields(fields, values).map((field) => field.key));
  const hidden = new Set(fields.flatMap(({ key }) => (asked.has(key) ? [] : [key])));
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !hidden.has(key) && !isEmpty(value)));
}

type Filled = NonNullable<FormValue>;
type Fault = { code: FormProblemCode; params?: Record<string, number> };

function isEmpty(value: FormValue | undefined): value is null | undefined {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function faultOf(field: FormField, value: Filled): Fault | null {
  const options = field.options?.map((option) => option.value) ?? [];
  switch (field.kind) {
    case 'text':
      return textFault(value, field.max ?? 200);
    case 'textarea':
      return textFault(value, field.max ?? 2000);
    case 'number':
      return numberFault(value, field.min, field.max);
    case 'money':
      return Number.isSafeInteger(value) ? numberFault(value, field.min ?? 0, field.max) : { code: 'invalid' };
    case 'select':
      return typeof value === 'string' && options.includes(value) ? null : { code: 'not-an-option' };
    case 'multi-select':
      return Array.isArray(value) && value.every((one) => options.includes(one)) ? null : { code: 'not-an-option' };
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : { code: 'wrong-format' };
    case 'time':
      return typeof value === 'string' && isTime(value) ? null : { code: 'wrong-format' };
    case 'unit':
    case 'mediator':
    case 'room':
      return isUnitId(value) ? null : { code: 'invalid' };
    case 'units':
      return Array.isArray(value) && value.every(isUnitId) && new Set(value).size === value.length
        ? null
        : { code: 'invalid' };
    case 'boolean':
      return typeof value === 'boolean' ? null : { code: 'invalid' };
    default:
      return field.kind satisfies never;
  }
}

function textFault(value: Filled, max: number): Fault | null {
  if (typeof value !== 'string') return { code: 'invalid' };
  return value.length > max ? { code: 'too-long', params: { max } } : null;
}

function numberFault(value: Filled, min: number | undefined, max: number | undefined): Fault | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'invalid' };
  if (min !== undefined && value < min) return { code: 'too-small', params: { min } };
  return max !== undefined && value > max ? { code: 'too-big', params: { max } } : null;
}

/** A day that is in the calendar: 31 April is none. */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

/** To the minute, in Shanghai time unless it names its offset. */
function isTime(text: string): boolean {
  const parts = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(
    text,
  );
  return parts?.[1] !== undefined && isDay(parts[1]);
}

function isUnitId(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 80;
}
