import type { CaseTypeDefinition, LocalText } from '@linli/domain';
import type { TFunction } from 'i18next';
import { type NamedOptions, typeFormFields } from '../../../features/cases/type-form.ts';
import { type FormField, type FormValues, isPlaceValue } from '../../../ui/form-field.ts';
import type { AddWay } from './add-way.ts';

export type AddText = TFunction<['field', 'ui']>;

const MAX_PHOTOS = 9;

/** The fields of a report: photos first (one is standing there), then words, place, and what the type asks. */
export function addFields(
  way: AddWay,
  type: CaseTypeDefinition,
  t: AddText,
  read: (text: LocalText) => string,
  named: NamedOptions = {},
): FormField[] {
  const words: FormField = {
    key: 'words',
    kind: 'textarea',
    label: t(way === 'hand' ? 'field:add.wordsHand' : 'field:add.words'),
    required: true,
    minLength: 2,
    maxLength: 2000,
  };
  const place: FormField = {
    key: 'place',
    kind: 'place',
    label: t('field:add.place'),
    required: isPlaceNeeded(way, type),
  };
  const own = typeFormFields(type, read, named);
  if (way === 'self') {
    return [
      photoField('before', t('field:add.before'), type.evidence.report),
      photoField('after', t('field:add.after'), type.evidence.handle),
      words,
      { key: 'done', kind: 'textarea', label: t('field:add.done'), required: true, maxLength: 2000 },
      place,
      ...own,
    ];
  }
  const photos = photoField('photos', t('field:add.photos'), type.evidence.report);
  const urgent: FormField = { key: 'urgent', kind: 'boolean', label: t('field:add.urgent') };
  return way === 'hand' ? [words, place, photos, ...own, urgent] : [photos, words, place, ...own, urgent];
}

/** What must hold beyond single fields: a point on the map. */
export function judgeAdd(
  way: AddWay,
  type: CaseTypeDefinition,
  values: FormValues,
  t: AddText,
): Record<string, string> {
  const problems: Record<string, string> = {};
  const { place } = values;
  const hasPoint = isPlaceValue(place) && place.lng !== undefined && place.lat !== undefined;
  const hasWords = isPlaceValue(place) && place.address.trim() !== '';
  if (!hasPoint && (hasWords || isPlaceNeeded(way, type))) problems.place = t('ui:problem.requiredPlace');
  return problems;
}

function isPlaceNeeded(way: AddWay, type: CaseTypeDefinition): boolean {
  return way === 'self' || type.needsPlace;
}

function photoField(key: string, label: string, least: number): FormField {
  return { key, kind: 'photo', label, required: least > 0, min: least, max: MAX_PHOTOS };
}
