import type { OutboxItem } from '@linli/client';
import { results } from '@linli/contract';
import { attendanceStatuses, partAnswers } from '@linli/domain';
import type { TFunction } from 'i18next';
import {
  type Asking,
  type NamedOptions,
  type Read,
  typedFormValues,
  typeFormFields,
  typeFormValues,
} from '../../../features/cases/type-form.ts';
import { type FormValues, isPlaceValue, textsOf } from '../../../ui/form-field.ts';
import type { Option } from '../../../ui/select.tsx';
import { siteDay, siteInstant } from '../words/site-day.ts';
import { choicePart, type EditPart, listOf, textPart, writeAt, yesNoPart } from './edit-part.ts';

type EditText = TFunction<['field', 'cases']>;

/** What is known here of the kind or the stage that the item belongs to; without it only what every item has is offered. */
export interface CaseKnown {
  readonly t: EditText;
  readonly read: Read;
  readonly asking?: Asking | undefined;
  readonly outcomes?: readonly Option[] | undefined;
  readonly checklist?: readonly Option[] | undefined;
  readonly named?: NamedOptions | undefined;
}

const WAYS = ['phone', 'visit', 'message'] as const;
/** Where the first form asks for words, mending does too. */
const WORDY: ReadonlySet<string> = new Set([
  'note-case',
  'handle-case',
  'contact-reporter',
  'report-case',
  'self-handle-case',
]);

/** What of a refused step or report can be put right. */
export function caseParts(item: OutboxItem, known: CaseKnown): EditPart[] {
  const { input } = item;
  const { t } = known;
  const needed = ['reason', 'done', ...(WORDY.has(item.operation) ? ['words'] : [])];
  const own = (key: string, label: string) => ({ input, key, label });
  return [
    ...choicePart(own('outcome', t('field:stage.outcome')), known.outcomes ?? []),
    ...choicePart(
      own('result', t('field:act.result')),
      results.map((value) => ({ value, label: t(`cases:result.${value}`) })),
    ),
    ...choicePart(
      own('answer', t('field:stage.answer')),
      partAnswers.map((value) => ({ value, label: t(`field:stage.answers.${value}`) })),
    ),
    ...yesNoPart(own('reached', t('field:act.reached'))),
    ...choicePart(
      own('way', t('field:act.way')),
      WAYS.map((value) => ({ value, label: t(`cases:contactWay.${value}`) })),
    ),
    ...choicePart(own('rightUnitId', t('field:act.rightUnit')), known.named?.units ?? []),
    ...untilPart(item, t),
    ...tickedPart(item, known),
    ...formParts(item, known),
    ...attendanceParts(item, known),
    ...dutyParts(item, known),
    ...textPart(own('words', t('field:act.urgeWords')), needed),
    ...textPart(own('reason', t('field:act.reason')), needed),
    ...textPart(own('done', t('field:add.done')), needed),
    ...placePart(item, t),
    ...yesNoPart(own('urgent', t('field:add.urgent'))),
  ];
}

function untilPart({ operation, input }: OutboxItem, t: EditText): EditPart[] {
  if (operation !== 'ask-extension' || typeof input.until !== 'string') return [];
  return [
    {
      field: {
        key: 'until',
        kind: 'date',
        label: t('field:act.until'),
        hint: t('field:act.untilHint'),
        required: true,
      },
      value: siteDay(new Date(input.until)),
      path: 'until',
      write: (next, day) => {
        if (typeof day === 'string' && day !== '') next.until = siteInstant(day, '17:30');
      },
    },
  ];
}

function tickedPart({ input }: OutboxItem, { t, checklist = [] }: CaseKnown): EditPart[] {
  if (!Array.isArray(input.ticked) || checklist.length === 0) return [];
  return [
    {
      field: { key: 'ticked', kind: 'multi-select', label: t('field:act.ticked'), options: checklist },
      value: input.ticked.filter((each) => typeof each === 'string'),
      path: 'ticked',
      write: (next, chosen) => {
        next.ticked = [...textsOf(chosen)];
      },
    },
  ];
}

/** The answers of the type or stage. Each part writes its own, the conditions of the others hold on the page. */
function formParts({ input }: OutboxItem, { asking, read, named }: CaseKnown): EditPart[] {
  if (asking === undefined || typeof input.form !== 'object' || input.form === null) return [];
  const before = typedFormValues(asking, { ...input.form });
  // What is chosen by a name that is not known here stays as it was sent.
  const known = typeFormFields(asking, read, named).filter(
    (field) => !('options' in field) || field.options.length > 0,
  );
  return known.map((field) => ({
    field,
    value: before[field.key],
    path: field.key,
    write: (next, value) => {
      const code = field.key.slice('form.'.length);
      const typed: FormValues = { [field.key]: value };
      const { [code]: _, ...rest } = { ...(next.form as Record<string, unknown>) }; // an object, seen above
      next.form = { ...rest, ...typeFormValues(asking, typed) };
    },
  }));
}

function attendanceParts({ input }: OutboxItem, { t, named }: CaseKnown): EditPart[] {
  return listOf(input.attendance).flatMap(({ unitId, status }, at) => {
    const unit = named?.units?.find(({ value }) => value === unitId)?.label;
    if (unit === undefined || typeof status !== 'string') return [];
    return [
      {
        field: {
          key: `attendance.${at}`,
          kind: 'select' as const,
          label: t('field:stage.came', { unit }),
          required: true,
          options: attendanceStatuses.map((value) => ({ value, label: t(`field:stage.attendance.${value}`) })),
        },
        value: status,
        path: `attendance.${at}`,
        write: (next, chosen) => writeAt(next, 'attendance', at, { status: chosen }),
      },
    ];
  });
}

function dutyParts({ input }: OutboxItem, { t, named }: CaseKnown): EditPart[] {
  return listOf(input.duties).flatMap((duty, at) => {
    const number = at + 1;
    const part = (key: 'unitId' | 'words' | 'handleBy', field: EditPart['field']): EditPart[] =>
      typeof duty[key] === 'string'
        ? [
            {
              field,
              value: duty[key],
              path: `duties.${at}.${key}`,
              write: (next, value) => writeAt(next, 'duties', at, { [key]: value }),
            },
          ]
        : [];
    const base = (key: string) => ({ key: `duty.${number}.${key}`, required: true });
    const units = named?.units ?? [];
    return [
      ...(units.length === 0
        ? []
        : part('unitId', {
            ...base('unitId'),
            kind: 'select',
            label: t('field:stage.dutyUnit', { number }),
            options: units,
          })),
      ...part('words', {
        ...base('words'),
        kind: 'textarea',
        label: t('field:stage.dutyWords', { number }),
        maxLength: 2000,
      }),
      ...part('handleBy', { ...base('handleBy'), kind: 'date', label: t('field:stage.dutyDay', { number }) }),
    ];
  });
}

function placePart({ input }: OutboxItem, t: EditText): EditPart[] {
  if (!isPlace(input.place)) return [];
  return [
    {
      field: { key: 'place', kind: 'place', label: t('field:add.place') },
      value: input.place,
      path: 'place',
      write: (next, place) => {
        if (isPlaceValue(place) && place.lng !== undefined && place.lat !== undefined)
          next.place = { lng: place.lng, lat: place.lat, address: place.address.trim() };
      },
    },
  ];
}

function isPlace(value: unknown): value is { lng: number; lat: number; address: string } {
  return typeof value === 'object' && value !== null && 'lng' in value && 'lat' in value && 'address' in value;
}
