import type { FieldCode } from '@linli/contract';
import type { CaseTypeDefinition, FormField } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';

type Values = Record<string, string | number | boolean | string[] | null>;
interface Problem {
  path: string;
  code: FieldCode;
  params: Record<string, string | number>;
}

/** The form of a case against its type: all problems at once, unknown fields too. Answers the values without empty ones. */
export function validateForm(type: CaseTypeDefinition, values: Values): Values {
  const known = new Set(type.form.map((f) => f.key));
  const problems: Problem[] = Object.keys(values)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: `form.${key}`, code: 'unknown', params: {} }));
  const kept: Values = {};
  for (const field of type.form) {
    const value = values[field.key];
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
      if (field.required) problems.push(problem(field, 'required'));
      continue;
    }
    const found = problemOf(field, value);
    if (found) problems.push(found);
    else kept[field.key] = value;
  }
  if (problems.length > 0) refuse('input-invalid', {}, { fields: problems });
  return kept;
}

function problem(field: FormField, code: FieldCode, params: Record<string, string | number> = {}): Problem {
  return { path: `form.${field.key}`, code, params };
}

function problemOf(field: FormField, value: NonNullable<Values[string]>): Problem | null {
  const options = field.options?.map((o) => o.value) ?? [];
  switch (field.kind) {
    case 'text':
    case 'textarea': {
      const max = field.max ?? (field.kind === 'text' ? 200 : 2000);
      if (typeof value !== 'string') return problem(field, 'invalid');
      return value.length > max ? problem(field, 'too-long', { max }) : null;
    }
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return problem(field, 'invalid');
      if (field.min !== undefined && value < field.min) return problem(field, 'too-small', { min: field.min });
      return field.max !== undefined && value > field.max ? problem(field, 'too-big', { max: field.max }) : null;
    case 'select':
      return typeof value === 'string' && options.includes(value) ? null : problem(field, 'not-an-option');
    case 'multi-select':
      return Array.isArray(value) && value.every((v) => options.includes(v)) ? null : problem(field, 'not-an-option');
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
        ? null
        : problem(field, 'wrong-format');
    case 'boolean':
      return typeof value === 'boolean' ? null : problem(field, 'invalid');
  }
}
