import type { SubjectLine, SubjectRef } from '@linli/contract';
import { findRegisterField, maskName } from '@linli/domain';
import type { z } from 'zod';
import type { PlaceIndexData } from '../places/index.ts';
import { accessTo, type Reader, readsNameInFull } from './policy.ts';
import type { SubjectRow } from './subject-row.ts';

export type FieldScalar = string | number | boolean;

export function isScalar(value: unknown): value is FieldScalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A subject as links and lists name it. */
export function subjectRef(reader: Reader, row: SubjectRow): z.infer<typeof SubjectRef> {
  const inFull = readsNameInFull(reader, row);
  const { id, noun, kind, state } = row;
  return { id, noun, kind, state, name: inFull ? row.name : maskName(row.name), nameMasked: !inFull };
}

/** A row of a list. `homes`: the homes of the page by id. */
export function subjectLine(
  reader: Reader,
  row: SubjectRow,
  more: { places: PlaceIndexData; homes: ReadonlyMap<string, SubjectRow>; fields: readonly string[] },
): z.infer<typeof SubjectLine> {
  const chain = more.places.chainOf(row.area4Id ?? row.area3Id ?? row.area2Id ?? row.siteId)?.areas ?? [];
  const home = row.homeId === null ? undefined : more.homes.get(row.homeId);
  return {
    ...subjectRef(reader, row),
    areas: chain.map(({ id, level, name }) => ({ id, level, name })),
    homeName: home?.name ?? null,
    homeId: row.homeId,
    householdId: row.householdId,
    lng: row.lng,
    lat: row.lat,
    since: row.since,
    until: row.until,
    revision: row.revision,
    tags: row.tags,
    fields: visibleFields(reader, row, more.fields),
  };
}

/** Values of these fields that the reader sees in full and that stand. */
export function visibleFields(reader: Reader, row: SubjectRow, codes: readonly string[]): Record<string, FieldScalar> {
  const seen: [string, FieldScalar][] = [];
  for (const code of codes) {
    const field = findRegisterField(row.noun, code);
    const value = row.fields[code];
    if (field && field.kind !== 'secret' && isScalar(value) && accessTo(reader, field, row) === 'full')
      seen.push([code, value]);
  }
  return Object.fromEntries(seen);
}
