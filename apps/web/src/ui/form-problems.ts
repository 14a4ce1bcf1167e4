import { askedFields } from '@linli/domain';
import { type FormField, type FormValue, type FormValues, isPlaceValue, photosOf, textsOf } from './form-field.ts';

/** A field and why it cannot be sent; `code` names the words under `ui:problem`. */
export type FormProblem = {
  readonly key: string;
  readonly code:
    | 'required'
    | 'requiredChoice'
    | 'requiredPhoto'
    | 'requiredPlace'
    | 'tooShort'
    | 'tooLong'
    | 'notNumber'
    | 'tooSmall'
    | 'tooLarge'
    | 'notDay'
    | 'notTime'
    | 'notMoney'
    | 'notOption'
    | 'tooFewPhotos'
    | 'tooManyPhotos';
  readonly min?: number;
  readonly max?: number;
  /** Of photos that are wanted, in all or still. */
  readonly count?: number;
};

/** All problems at once, in the order of the fields; at most one to a field, none of what is not asked. The server judges again. */
export function findFormProblems(fields: readonly FormField[], values: FormValues): FormProblem[] {
  return askedFields(fields, values).flatMap((field) => {
    const problem = findProblem(field, values[field.key]);
    return problem === undefined ? [] : [{ key: field.key, ...problem }];
  });
}

type Problem = Omit<FormProblem, 'key'>;

function findProblem(field: FormField, value: FormValue): Problem | undefined {
  if (isBlank(value)) return field.required === true ? blankProblem(field) : undefined;
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return lengthProblem(textOf(value).trim(), field.minLength, field.maxLength);
    case 'number':
      return numberProblem(textOf(value), field.min, field.max);
    case 'money':
      return /^\d{1,12}(\.\d{1,2})?$/.test(textOf(value).trim())
        ? numberProblem(textOf(value), field.min, field.max)
        : { code: 'notMoney' };
    case 'date':
      return isDay(textOf(value)) ? undefined : { code: 'notDay' };
    case 'time':
      return isTime(textOf(value)) ? undefined : { code: 'notTime' };
    case 'select':
    case 'multi-select': {
      const known = new Set(field.options.map((option) => option.value));
      const chosen = field.kind === 'select' ? [textOf(value)] : textsOf(value);
      return chosen.every((each) => known.has(each)) ? undefined : { code: 'notOption' };
    }
    case 'photo':
      return photosProblem(photosOf(value).length, field.min, field.max);
    case 'boolean':
    case 'place':
      return undefined;
  }
}

function blankProblem(field: FormField): Problem {
  return field.kind === 'photo' ? { code: 'requiredPhoto', count: field.min ?? 1 } : { code: blankCode(field) };
}

function photosProblem(count: number, min: number | undefined, max: number | undefined): Problem | undefined {
  if (min !== undefined && count < min) return { code: 'tooFewPhotos', count: min - count };
  if (max !== undefined && count > max) return { code: 'tooManyPhotos', max };
  return undefined;
}

function blankCode(field: FormField): Problem['code'] {
  switch (field.kind) {
    case 'select':
    case 'multi-select':
    case 'boolean':
      return 'requiredChoice';
    case 'place':
      return 'requiredPlace';
    default:
      return 'required';
  }
}

function isBlank(value: FormValue): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'boolean') return false;
  if (isPlaceValue(value)) return value.lng === undefined && value.address.trim() === '';
  return value.length === 0;
}

function lengthProblem(text: string, min: number | undefined, max: number | undefined): Problem | undefined {
  // Counted in characters as people see them, not UTF-16 units.
  const length = [...text].length;
  if (min !== undefined && length < min) return { code: 'tooShort', min };
  if (max !== undefined && length > max) return { code: 'tooLong', max };
  return undefined;
}

function numberProblem(text: string, min: number | undefined, max: number | undefined): Problem | undefined {
  const number = Number(text);
  if (!Number.isFinite(number)) return { code: 'notNumber' };
  if (min !== undefined && number < min) return { code: 'tooSmall', min };
  if (max !== undefined && number > max) return { code: 'tooLarge', max };
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function isTime(text: string): boolean {
  return isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));
}

function textOf(value: FormValue): string {
  return typeof value === 'string' ? value : '';
}
