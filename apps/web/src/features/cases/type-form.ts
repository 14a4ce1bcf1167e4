import type { FieldCondition, LocalText, FormField as TypeField } from '@linli/domain';
import type { FormField, FormValue, FormValues } from '../../ui/form-field.ts';
import type { Option } from '../../ui/select.tsx';
import { instantOfSiteClock, siteClockOf } from '../../ui/site-clock.ts';

export type Read = (text: LocalText) => string;
/** What the contract takes as the value of a field. */
export type SentValue = string | number | boolean | string[];
/** A case type, or the stage it stands at: whatever asks by a form. */
export type Asking = { readonly form: readonly TypeField[] };

// Own fields of the report form are called `words`, `place`…; a type may call its field the same. The server names problems so too.
const PREFIX = 'form.';
const FEN_PER_YUAN = 100;

export type UnitOption = Option & { readonly kind?: string | undefined };

/** What is chosen by name: units, mediators and rooms as far as the reader may know them. */
export interface NamedOptions {
  readonly units?: readonly UnitOption[];
  readonly mediators?: readonly Option[];
  readonly rooms?: readonly Option[];
}

/** The fields a case type or stage asks for, for the form renderer. `read` picks the language; `named` are offered by name. */
export function typeFormFields(asking: Asking, read: Read, named: NamedOptions = {}): FormField[] {
  return asking.form.flatMap((field) => {
    const offered = namedOptions(field, named);
    // Who may not read the names cannot choose one; what may be left blank is then not asked.
    return offered?.length === 0 && !field.required ? [] : [typeFormField(field, read, named)];
  });
}

/** What a field is chosen from by name; null for other kinds. */
function namedOptions({ kind, unitKinds }: TypeField, named: NamedOptions): readonly Option[] | null {
  if (kind === 'unit' || kind === 'units') return (named.units ?? []).filter((unit) => isOfKind(unit.kind, unitKinds));
  if (kind === 'mediator') return named.mediators ?? [];
  return kind === 'room' ? (named.rooms ?? []) : null;
}

/** Whether a unit may be chosen; one whose kind is not known here is left to the server. */
export function isOfKind(kind: string | undefined, unitKinds: TypeField['unitKinds']): boolean {
  return kind === undefined || (unitKinds?.some((each) => each === kind) ?? true);
}

function typeFormField(field: TypeField, read: Read, named: NamedOptions): FormField {
  const common = {
    key: `${PREFIX}${field.key}`,
    label: read(field.label),
    hint: field.hint === undefined ? undefined : read(field.hint),
    required: field.required,
    shownWhen: prefixed(field.shownWhen),
    requiredWhen: prefixed(field.requiredWhen),
  };
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return { ...common, kind: field.kind, minLength: field.min, maxLength: field.max };
    case 'number':
      return { ...common, kind: field.kind, min: field.min, max: field.max };
    case 'money':
      return { ...common, kind: field.kind, min: yuanOf(field.min), max: yuanOf(field.max) };
    case 'select':
    case 'multi-select':
      return { ...common, kind: field.kind, options: optionsOf(field, read) };
    case 'unit':
    case 'mediator':
    case 'room':
      return { ...common, kind: 'select', options: namedOptions(field, named) ?? [] };
    case 'units':
      return { ...common, kind: 'multi-select', options: namedOptions(field, named) ?? [] };
    case 'date':
    case 'time':
    case 'boolean':
      return { ...common, kind: field.kind };
  }
}

function prefixed(condition: FieldCondition | undefined): FieldCondition | undefined {
  return condition === undefined ? undefined : { ...condition, field: `${PREFIX}${condition.field}` };
}

/** The values of the fields as the contract takes them; what was left blank is left out. */
export function typeFormValues(asking: Asking, values: FormValues): Record<string, SentValue> {
  return sentFormValues(
    asking,
    Object.fromEntries(asking.form.map((field) => [field.key, values[`${PREFIX}${field.key}`]])),
  );
}

/** The same from values under the fields' own keys. Money becomes integer fen, a clock an instant. */
export function sentFormValues(asking: Asking, values: FormValues): Record<string, SentValue> {
  return Object.fromEntries(
    asking.form.flatMap((field): [string, SentValue][] => {
      const value = sentValue(field, values[field.key]);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );
}

/** The other way round: what was sent, as the form renderer shows it, under its keys. */
export function typedFormValues(asking: Asking, sent: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(asking.form.map((field) => [`${PREFIX}${field.key}`, typedValue(field, sent[field.key])]));
}

function typedValue(field: TypeField, value: unknown): FormValue {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  if (typeof value === 'number') return String(field.kind === 'money' ? value / FEN_PER_YUAN : value);
  if (typeof value !== 'string') return undefined;
  return field.kind === 'time' ? siteClockOf(value) : value;
}

/** A value of a case's form in words, for reading. `unitName` names units where the reader may know them. */
export function typeValueWords(
  field: TypeField,
  value: unknown,
  read: Read,
  unitName: (id: string) => string | undefined = () => undefined,
): string {
  if (field.kind === 'money' && typeof value === 'number') return yuanWords(value);
  if (field.kind === 'time' && typeof value === 'string') return clockWordsOf(value);
  const label = (key: string) => {
    const option = field.options?.find((each) => each.value === key);
    return option === undefined ? (unitName(key) ?? key) : read(option.label);
  };
  if (Array.isArray(value)) return value.map((each) => label(String(each))).join(' / ');
  return label(String(value));
}

/** “¥1,234.50” from fen. */
export function yuanWords(fen: number): string {
  return `¥${(fen / FEN_PER_YUAN).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** An instant, or a clock of the site without its offset. */
function clockWordsOf(value: string): string {
  const clock = /(Z|[+-]\d\d:\d\d)$/.test(value) ? siteClockOf(value) : value.slice(0, 16);
  return clock.replace('T', ' ');
}

function optionsOf(field: TypeField, read: Read) {
  return (field.options ?? []).map((option) => ({ value: option.value, label: read(option.label) }));
}

function yuanOf(fen: number | undefined): number | undefined {
  return fen === undefined ? undefined : fen / FEN_PER_YUAN;
}

function sentValue(field: TypeField, value: FormValue): SentValue | undefined {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const texts = value.filter((each) => typeof each === 'string');
    return texts.length === 0 ? undefined : texts;
  }
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.trim();
  switch (field.kind) {
    case 'number':
      return Number(text);
    case 'money':
      return Math.round(Number(text) * FEN_PER_YUAN);
    case 'time':
      return instantOfSiteClock(text);
    default:
      return text;
  }
}
