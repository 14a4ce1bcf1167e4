import {
  fieldsOfNoun,
  findRegisterField,
  identityDocumentKinds,
  identityDocumentWords,
  type LocalText,
  nationalCodes,
  type Permission,
  type RegisterField,
  type SubjectNoun,
} from '@linli/domain';
import type { FormField, FormValue, FormValues } from '../../../ui/form-field.ts';
import type { KeptField } from './kept-home.ts';

export type DoorWords = { readonly yes: string; readonly no: string; readonly read: (text: LocalText) => string };
export type DoorEntry = {
  code: string;
  value: string | number | boolean | null;
  documentKind?: string;
  was?: KeptField['value'];
};

/** What is asked of somebody new at the door; the rest comes with time. */
const newPerson = ['idNumber', 'sex', 'born', 'registered', 'phone'] as const;

/** The form of a new resident: name, household and relation first. */
export function newPersonFields(
  households: readonly { readonly id: string; readonly name: string }[],
  permissions: readonly Permission[],
  words: DoorWords & {
    readonly name: string;
    readonly household: string;
    readonly relation: string;
    readonly document: string;
  },
): readonly FormField[] {
  const { read } = words;
  const mayReveal = permissions.includes('registers:reveal');
  return [
    { key: 'name', kind: 'text', label: words.name, required: true, maxLength: 60 },
    ...(households.length === 0
      ? []
      : [
          {
            key: 'householdId',
            kind: 'select' as const,
            label: words.household,
            options: households.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]),
    {
      key: 'relation',
      kind: 'select',
      label: words.relation,
      options: nationalCodes.familyRelation.rows.map((row) => ({ value: row.code, label: read(row) })),
    },
    ...(mayReveal
      ? [
          {
            key: 'documentKind',
            kind: 'select' as const,
            label: words.document,
            options: identityDocumentKinds.map((value) => ({ value, label: read(identityDocumentWords[value]) })),
          },
        ]
      : []),
    ...newPerson.flatMap((code) => {
      const field = findRegisterField('person', code);
      return field === undefined || (field.kind === 'secret' && !mayReveal) ? [] : [doorField(field, words)];
    }),
  ];
}

/** The fields one may change at the door; what another body owns and has filled is not among them. */
export function changeableFields(
  noun: SubjectNoun,
  kept: readonly KeptField[],
  permissions: readonly Permission[],
  words: DoorWords,
): readonly FormField[] {
  const asked = new Set(kept.filter(({ edit }) => edit !== 'change').map(({ code }) => code));
  return fieldsOfNoun(noun)
    .filter((field) => !asked.has(field.code) && field.code !== 'idNumber' && field.level < 4)
    .filter((field) => field.kind !== 'secret' || permissions.includes('registers:reveal'))
    .map((field) => doorField(field, words));
}

/** A field of the registers as it is asked at the door. */
export function doorField(field: RegisterField, { yes, no, read }: DoorWords): FormField {
  const common = { key: field.code, label: read(field.label) };
  switch (field.kind) {
    case 'boolean':
      return {
        ...common,
        kind: 'select',
        options: [
          { value: 'true', label: yes },
          { value: 'false', label: no },
        ],
      };
    case 'code':
      return {
        ...common,
        kind: 'select',
        options: (field.options ?? []).map((option) => ({ value: option.value, label: read(option.label) })),
      };
    case 'date':
      return { ...common, kind: 'date' };
    case 'number':
      return { ...common, kind: 'number', min: 0 };
    case 'text':
    case 'secret':
      return { ...common, kind: 'text', maxLength: 200 };
  }
}

/** What stands, as the form shows it. */
export function doorValues(kept: readonly KeptField[]): FormValues {
  return Object.fromEntries(kept.flatMap(({ code, value }) => (value === null ? [] : [[code, String(value)]])));
}

/** What differs from what stood, as entries: emptied means taken away, never filled means nothing. */
export function doorEntries(noun: SubjectNoun, values: FormValues, before: FormValues): readonly DoorEntry[] {
  return Object.entries(values).flatMap(([code, typed]): DoorEntry[] => {
    const field = findRegisterField(noun, code);
    if (field === undefined || typed === before[code] || (isEmpty(typed) && isEmpty(before[code]))) return [];
    if (isEmpty(typed)) return [{ code, value: null }];
    const document = values.documentKind;
    const paper =
      code === 'idNumber' && typeof document === 'string' && document !== '' ? { documentKind: document } : {};
    return [{ code, value: typedValue(field, String(typed)), ...paper }];
  });
}

/** Each entry with the value it takes the place of: what came to stand there meanwhile is not overwritten unseen. */
export function asRead(entries: readonly DoorEntry[], kept: readonly KeptField[]): DoorEntry[] {
  return entries.map((entry) => {
    const seen = kept.find(({ code }) => code === entry.code);
    return seen === undefined ? entry : { ...entry, was: seen.value };
  });
}

/** What was typed as the registers keep it. */
export function typedValue(field: RegisterField, text: string): string | number | boolean {
  if (field.kind === 'boolean') return text === 'true';
  return field.kind === 'number' ? Number(text) : text.trim();
}

function isEmpty(value: FormValue): boolean {
  return value === undefined || value === '';
}
