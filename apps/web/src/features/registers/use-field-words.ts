import {
  type FieldOwner,
  fieldOwners,
  findCode,
  findRegisterField,
  type SubjectNoun,
  subjectKindWords,
} from '@linli/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../text/init-text.ts';
import { useReadText } from '../use-read-text.ts';

export interface FieldWords {
  /** The name of a field; its code where this build does not know it. */
  label(noun: SubjectNoun, code: string): string;
  /** A value as one says it: the words of a code, yes and no, 没有 for what is not known. */
  value(noun: SubjectNoun, code: string, value: string | number | boolean | null): string;
  /** Relation to the head of the household (GB/T 4761). */
  relation(code: string): string;
  /** A kind of subject: 住宅, 车棚. */
  kind(kind: string): string;
  /** Who keeps a field true: 公安, 民政. */
  owner(owner: string): string;
  /** Where a value comes from: 走访, 公安. */
  source(source: string): string;
}

const ways = ['office', 'field', 'visit', 'import', 'form', 'person', 'derived'] as const;

/** How fields, values, kinds and sources read in the reader's language; stable while the language stays. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useTranslation('subjects');
  const language = currentLanguage(i18n);
  const read = useReadText();
  return useMemo(
    () => ({
      label(noun, code) {
        if (code === 'name') return t('name');
        const field = findRegisterField(noun, code);
        return field === undefined ? code : read(field.label);
      },
      value(noun, code, value) {
        if (value === null) return t('unknown');
        if (typeof value === 'boolean') return value ? t('yes') : t('no');
        const option = findRegisterField(noun, code)?.options?.find((one) => one.value === value);
        return option === undefined ? String(value) : read(option.label);
      },
      relation(code) {
        const row = findCode('familyRelation', code);
        return row === null ? '' : read(row);
      },
      kind: (name) => subjectKindWords(name, language),
      owner: (name) => (isOwner(name) ? t(`owner.${name}`) : name),
      source(name) {
        const [way = '', owner] = name.split(':');
        if (owner !== undefined && isOwner(owner)) return t(`owner.${owner}`);
        const known = ways.find((one) => one === way);
        return known === undefined ? name : t(`source.${known}`);
      },
    }),
    [t, read, language],
  );
}

function isOwner(name: string): name is FieldOwner {
  // Widened to ask: `includes` takes only what is in the list.
  return (fieldOwners as readonly string[]).includes(name);
}
