import { type OutboxItem, photoRef } from '@linli/client';
import { results } from '@linli/contract';
import type { TFunction } from 'i18next';
import { type FormField, type FormValues, isPlaceValue, photosOf } from '../../../ui/form-field.ts';
import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';

type EditText = TFunction<['field', 'cases']>;

const TEXTS = ['words', 'reason', 'done'] as const;
const PHOTOS = ['before', 'after', 'photos'] as const;

/** What of a refused item can be mended on the spot: its words, result, place and photos. */
export function editableFields(item: OutboxItem, t: EditText): FormField[] {
  const labels = {
    words: t('field:act.urgeWords'),
    reason: t('field:act.reason'),
    done: t('field:add.done'),
    before: t('field:add.before'),
    after: t('field:add.after'),
    photos: t('field:add.photos'),
  };
  const fields: FormField[] = PHOTOS.filter((key) => Array.isArray(item.input[key])).map((key) => ({
    key,
    kind: 'photo',
    label: labels[key],
    max: 9,
  }));
  if (typeof item.input.result === 'string') {
    const options = results.map((value) => ({ value, label: t(`cases:result.${value}`) }));
    fields.push({ key: 'result', kind: 'select', label: t('field:act.result'), required: true, options });
  }
  for (const key of TEXTS) {
    if (typeof item.input[key] === 'string')
      fields.push({ key, kind: 'textarea', label: labels[key], maxLength: 2000 });
  }
  if (isPlace(item.input.place)) fields.push({ key: 'place', kind: 'place', label: t('field:add.place') });
  return fields;
}

/** The form's values as they were; `photos` are those of the item, read back from the phone. */
export function editableValues(item: OutboxItem, photos: readonly PreparedPhoto[]): FormValues {
  const values: Record<string, FormValues[string]> = {};
  for (const key of [...TEXTS, 'result']) {
    const value = item.input[key];
    if (typeof value === 'string') values[key] = value;
  }
  for (const key of PHOTOS) {
    const refs = item.input[key];
    if (Array.isArray(refs)) values[key] = photos.filter((photo) => refs.includes(photoRef(photo.id)));
  }
  if (isPlace(item.input.place)) values.place = item.input.place;
  return values;
}

/** The input with what was mended, and the photos that are new. */
export function mendedInput(
  item: OutboxItem,
  values: FormValues,
): { input: Record<string, unknown>; added: PreparedPhoto[] } {
  const input = { ...item.input };
  const known = new Set(item.photos.map((photo) => photo.key));
  const added: PreparedPhoto[] = [];
  for (const key of [...TEXTS, 'result']) {
    const value = values[key];
    if (typeof input[key] === 'string' && typeof value === 'string') input[key] = value.trim();
  }
  for (const key of PHOTOS) {
    if (!Array.isArray(input[key])) continue;
    const photos = photosOf(values[key]);
    input[key] = photos.map((photo) => photoRef(photo.id));
    added.push(...photos.filter((photo) => !known.has(photo.id)));
  }
  const { place } = values;
  if (isPlaceValue(place) && place.lng !== undefined && place.lat !== undefined) {
    input.place = { lng: place.lng, lat: place.lat, address: place.address.trim() };
  }
  return { input, added };
}

function isPlace(value: unknown): value is { lng: number; lat: number; address: string } {
  return typeof value === 'object' && value !== null && 'lng' in value && 'lat' in value && 'address' in value;
}
