import type { FieldCode } from '@linli/contract';
import {
  askedFields,
  type CaseTypeDefinition,
  type FormField,
  type FormValues,
  filledValues,
  formProblems,
} from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { Directory } from '../org/index.ts';

/** What a form may name: units of the site, mediators and rooms of its registers. */
export type KnownNames = Pick<Directory, 'units' | 'mediators' | 'rooms'>;

/** The form of a case against its type: all problems at once, unknown fields too. Answers the values as they are kept. */
export function validateForm(type: CaseTypeDefinition, values: FormValues, names?: KnownNames): FormValues {
  return validateFields(type.form, values, names);
}

/** Any form: a type's, a stage's, the closing one. What is named must be there where `names` is given; mediators and rooms in use. */
export function validateFields(fields: readonly FormField[], values: FormValues, names?: KnownNames): FormValues {
  const problems: { path: string; code: FieldCode; params: Record<string, string | number> }[] = formProblems(
    fields,
    values,
  ).map(({ key, code, params }) => ({ path: `form.${key}`, code, params: { ...params } }));
  for (const field of names ? askedFields(fields, values) : []) {
    const unknown = idsNamed(field, values[field.key]).some((id) => names && !isKnown(field, id, names));
    const told = problems.some(({ path }) => path === `form.${field.key}`);
    if (unknown && !told) problems.push({ path: `form.${field.key}`, code: 'not-an-option', params: {} });
  }
  if (problems.length > 0) refuse('input-invalid', {}, { fields: problems });
  return filledValues(fields, values);
}

function isKnown({ kind, unitKinds }: FormField, id: string, names: KnownNames): boolean {
  if (kind === 'mediator') return names.mediators.get(id)?.active === true;
  if (kind === 'room') return names.rooms.get(id)?.active === true;
  const unit = names.units.get(id);
  return unit !== undefined && (unitKinds?.some((each) => each === unit.kind) ?? true);
}

function idsNamed({ kind }: FormField, value: FormValues[string] | undefined): readonly string[] {
  if (kind === 'units') return Array.isArray(value) ? value : [];
  const isNamed = kind === 'unit' || kind === 'mediator' || kind === 'room';
  return isNamed && typeof value === 'string' && value !== '' ? [value] : [];
}
