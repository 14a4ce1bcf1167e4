import type { CaseTypeDefinition, LocalText, FormField as TypeField } from '@linli/domain';
import type { FormField, FormValue, FormValues } from '../../ui/form-field.ts';

type Read = (text: LocalText) => string;
/** What the contract takes as the value of a type's field. */
export type SentValue = string | number | boolean | string[];

// Own fields of the report form are called `words`, `place`…; a type may call its field the same.
const PREFIX = 'form.';

/** The fields a case type asks for, for the form renderer. `read` picks the language. */
export function typeFormFields(definition: CaseTypeDefinition, read: Read): FormField[] {
  return definition.form.map((field) => typeFormField(field, read));
}

function typeFormField(field: TypeField, read: Read): FormField {
  const common = {
    key: `${PREFIX}${field.key}`,
    label: read(field.label),
    hint: field.hint === undefined ? undefined : read(field.hint),
    required: field.required,
  };
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return { ...common, kind: field.kind, minLength: field.min, maxLength: field.max };
    case 'number':
      return { ...common, kind: field.kind, min: field.min, max: field.max };
    case 'select':
    case 'multi-select':
      return { ...common, kind: field.kind, options: optionsOf(field, read) };
    case 'date':
    case 'boolean':
      return { ...common, kind: field.kind };
  }
}

/** The values of the type's fields as the contract takes them; what was left blank is left out. */
export function typeFormValues(definition: CaseTypeDefinition, values: FormValues): Record<string, SentValue> {
  return Object.fromEntries(
    definition.form.flatMap((field): [string, SentValue][] => {
      const value = sentValue(field, values[`${PREFIX}${field.key}`]);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );
}

/** A value of a case's form in words, for reading. */
export function typeValueWords(field: TypeField, value: unknown, read: Read): string {
  const label = (key: string) => {
    const option = field.options?.find((each) => each.value === key);
    return option === undefined ? key : read(option.label);
  };
  if (Array.isArray(value)) return value.map((each) => label(String(each))).join(' / ');
  return label(String(value));
}

function optionsOf(field: TypeField, read: Read) {
  return (field.options ?? []).map((option) => ({ value: option.value, label: read(option.label) }));
}

function sentValue(field: TypeField, value: FormValue): SentValue | undefined {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const texts = value.filter((each) => typeof each === 'string');
    return texts.length === 0 ? undefined : texts;
  }
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return field.kind === 'number' ? Number(value) : value.trim();
}
