import type { OutboxItem } from '@linli/client';
import { findRegisterField, nationalCodes, type SubjectNoun } from '@linli/domain';
import type { TFunction } from 'i18next';
import type { FormValue } from '../../../ui/form-field.ts';
import { destinations } from '../homes/destinations.ts';
import { type DoorWords, doorField, typedValue } from '../homes/door-form.ts';
import { choicePart, type EditPart, type ItemInput, listOf, writeAt } from './edit-part.ts';

export interface EntryKnown {
  readonly t: TFunction<['field', 'homes']>;
  readonly words: DoorWords;
}

/** What of a refused entry in the registers can be put right: who, each value, the relation, the day and where to. */
export function entryParts(item: OutboxItem, { t, words }: EntryKnown): EditPart[] {
  const { input } = item;
  const own = (key: string, label: string) => ({ input, key, label });
  return [
    ...namePart(input, t('homes:name')),
    ...choicePart(
      own('relation', t('homes:relation')),
      nationalCodes.familyRelation.rows.map((row) => ({ value: row.code, label: words.read(row) })),
    ),
    ...valueParts(item, words, t('homes:leaveOut')),
    ...choicePart(
      own('to', t('homes:whereTo')),
      destinations.map((value) => ({ value, label: t(`homes:where.${value}`) })),
    ),
    ...dayPart(input, 'on', t(item.operation === 'record-letting-check' ? 'homes:let.on' : 'homes:leftOn')),
    ...dayPart(input, 'mendBy', t('homes:let.mendBy')),
  ];
}

function namePart(input: ItemInput, label: string): EditPart[] {
  if (typeof input.name !== 'string') return [];
  return [
    {
      field: { key: 'name', kind: 'text', label, required: true, maxLength: 60 },
      value: input.name,
      path: 'name',
      write: (next, typed) => {
        if (typeof typed === 'string' && typed.trim() !== '') next.name = typed.trim();
      },
    },
  ];
}

/**
 * Each value that was entered, the last first: a box left empty is taken out of its list. A value to be taken away stays so while its
 * box stays empty.
 */
function valueParts(item: OutboxItem, words: DoorWords, hint: string): EditPart[] {
  return listOf(item.input.fields).flatMap((entry, at): EditPart[] => {
    const { code, value } = entry;
    const found = typeof code === 'string' ? findSomeField(item, code) : undefined;
    if (found === undefined) return [];
    return [
      {
        field: { ...doorField(found, words), hint },
        value: value === null || value === undefined ? '' : String(value),
        path: `fields.${at}`,
        write: (next, typed) => {
          // Sent again by somebody who was told what stands there now.
          if (!isBlank(typed)) writeAt(next, 'fields', at, { value: typedValue(found, String(typed)), was: undefined });
          else if (value !== null) writeAt(next, 'fields', at, null);
        },
      },
    ];
  });
}

/** An entry says its noun when something is new; of what is there already it is a person or a home. */
function findSomeField({ input }: OutboxItem, code: string) {
  const nouns: readonly SubjectNoun[] = input.noun === 'home' ? ['home'] : ['person', 'home'];
  return nouns.map((noun) => findRegisterField(noun, code)).find((field) => field !== undefined);
}

function dayPart(input: ItemInput, key: 'on' | 'mendBy', label: string): EditPart[] {
  const day = input[key];
  if (typeof day !== 'string') return [];
  return [
    {
      field: { key, kind: 'date', label, required: true },
      value: day,
      path: key,
      write: (next, typed) => {
        if (typeof typed === 'string' && typed !== '') next[key] = typed;
      },
    },
  ];
}

function isBlank(value: FormValue): boolean {
  return typeof value !== 'string' || value.trim() === '';
}
