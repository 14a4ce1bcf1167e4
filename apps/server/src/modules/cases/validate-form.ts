import type { FieldCode } from '@linli/contract';
import { type CaseTypeDefinition, type FormField, type FormValues, filledValues, formProblems } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';

/** What a form may name: units of the site. */
export type KnownUnits = ReadonlyMap<string, unknown>;

/** The form of a case against its type: all problems at once, unknown fields too. Answers the values without empty ones. */
export function validateForm(type: CaseTypeDefinition, values: FormValues, units?: KnownUnits): FormValues {
  return validateFields(type.form, values, units);
}

/** Any form: a type's, a stage's, the closing one. Units named must be there where `units` is given. */
export function validateFields(fields: readonly FormField[], values: FormValues, units?: KnownUnits): FormValues {
  const problems: { path: string; code: FieldCode; params: Record<string, string | number> }[] = formProblems(
    fields,
    values,
  ).map(({ key, code, params }) => ({ path: `form.${key}`, code, params: { ...params } }));
  for (const field of units ? fields : []) {
    const unknown = unitsNamed(field, values[field.key]).some((id) => !units?.has(id));
    const told = problems.some(({ path }) => path === `form.${field.key}`);
    if (unknown && !told) problems.push({ path: `form.${field.key}`, code: 'not-an-option', params: {} });
  }
  if (problems.length > 0) refuse('input-invalid', {}, { fields: problems });
  return filledValues(values);
}

function unitsNamed(field: FormField, value: FormValues[string] | undefined): readonly string[] {
  if (field.kind === 'unit') return typeof value === 'string' && value !== '' ? [value] : [];
  return field.kind === 'units' && Array.isArray(value) ? value : [];
}
