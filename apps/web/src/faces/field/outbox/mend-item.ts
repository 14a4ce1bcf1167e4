import { type OutboxItem, photoRef } from '@linli/client';
import { type FormField, type FormValues, photosOf } from '../../../ui/form-field.ts';
import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';
import type { EditPart } from './edit-part.ts';

const PHOTOS = ['before', 'after', 'photos'] as const;
type PhotoLabels = Readonly<Record<(typeof PHOTOS)[number], string>>;

/** The photos of an item as parts; `kept` are those still on the phone. */
export function photoParts(item: OutboxItem, kept: readonly PreparedPhoto[], labels: PhotoLabels): EditPart[] {
  return PHOTOS.flatMap((key): EditPart[] => {
    const refs: unknown = item.input[key];
    if (!Array.isArray(refs)) return [];
    return [
      {
        field: { key, kind: 'photo', label: labels[key], max: 9 },
        value: kept.filter((photo) => refs.includes(photoRef(photo.id))),
        path: key,
        write: (next, value) => {
          next[key] = photosOf(value).map((photo) => photoRef(photo.id));
        },
      },
    ];
  });
}

export function mendFields(parts: readonly EditPart[]): FormField[] {
  return parts.map(({ field }) => field);
}

/** The form's values as they were sent. */
export function mendValues(parts: readonly EditPart[]): FormValues {
  return Object.fromEntries(parts.map(({ field, value }) => [field.key, value]));
}

/** The input with what was put right, and the photos that are new. */
export function mendedInput(
  item: OutboxItem,
  parts: readonly EditPart[],
  values: FormValues,
): { input: OutboxItem['input']; added: PreparedPhoto[] } {
  const input = structuredClone(item.input);
  // From the end: what is taken out of a list must not move those before it.
  for (const { field, write } of parts.toReversed()) write(input, values[field.key]);
  const known = new Set(item.photos.map((photo) => photo.key));
  const added = PHOTOS.flatMap((key) => photosOf(values[key])).filter((photo) => !known.has(photo.id));
  return { input, added };
}

/** What the server found wrong, at the part it lies in: field key → words. */
export function mendProblems(item: OutboxItem, parts: readonly EditPart[]): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { path, message } of item.reason?.fields ?? []) {
    const part = parts.find((each) => path === each.path || path.startsWith(`${each.path}.`));
    if (part !== undefined) problems[part.field.key] ??= message;
  }
  return problems;
}
