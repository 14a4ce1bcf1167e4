import { ApiError, type CallInput } from '@linli/client';
import type { addSubject } from '@linli/contract';
import type { SubjectNoun } from '@linli/domain';
import type { ChosenBuilding } from './building-select.tsx';
import type { TypedValue } from './field-input.tsx';
import type { Point } from './point-input.tsx';

/** What the form of a new entry holds. */
export type NewValues = {
  readonly kind: string;
  readonly name?: string | undefined;
  readonly homeId?: string | undefined;
  readonly householdId?: string | undefined;
  readonly relation?: string | undefined;
  readonly building?: ChosenBuilding | undefined;
  readonly room?: string | undefined;
  readonly areaM2?: number | null | undefined;
  readonly areaId?: string | undefined;
  readonly point?: Point | undefined;
  readonly since?: string | undefined;
  readonly documentKind?: string | undefined;
  readonly fields?: Readonly<Record<string, TypedValue | null>> | undefined;
};

export type Entry = { code: string; value: string | number | boolean | null; documentKind?: string };

/** What was typed, as entries; what is empty is not sent. */
export function entriesOf({ fields = {}, documentKind }: Pick<NewValues, 'fields' | 'documentKind'>): Entry[] {
  return Object.entries(fields).flatMap(([code, value]) => {
    if (value === undefined || value === null || value === '') return [];
    return [{ code, value, ...(code === 'idNumber' && documentKind !== undefined ? { documentKind } : {}) }];
  });
}

/** The input of `add-subject` for a filled form. A home is called by its building and room. */
export function newSubjectInput(noun: SubjectNoun, values: NewValues): CallInput<typeof addSubject> {
  const { kind, homeId, householdId, relation, building, room, areaM2, areaId, point, since } = values;
  return {
    noun,
    kind,
    name: noun === 'home' ? homeName(building?.address ?? '', room ?? '') : (values.name ?? ''),
    place: {
      ...(homeId === undefined ? {} : { homeId }),
      ...(building === undefined ? {} : { buildingId: building.id }),
      ...(areaId === undefined ? {} : { areaId }),
      ...(point === undefined ? {} : { lng: point.lng, lat: point.lat }),
    },
    ...(noun === 'home' && room !== undefined ? { room: room.trim() } : {}),
    ...(typeof areaM2 === 'number' ? { areaM2 } : {}),
    ...(householdId === undefined ? {} : { householdId }),
    ...(relation === undefined ? {} : { relation }),
    ...(since === undefined || since === '' ? {} : { since }),
    fields: entriesOf(values),
  };
}

/** “栖霞路64弄17号” and “102” is “栖霞路64弄17号102室”. */
export function homeName(address: string, room: string): string {
  const trimmed = room.trim();
  return `${address}${/^[0-9A-Za-z]+$/.test(trimmed) ? `${trimmed}室` : trimmed}`.slice(0, 60);
}

/** A refusal whose problems name the form's items: the server counts fields by their place in the list that was sent. */
export function atFormItems(error: unknown, itemOf: (at: number) => string | undefined): unknown {
  if (!(error instanceof ApiError) || error.fields.length === 0) return error;
  const fields = error.fields.map((problem) => {
    const at = /^fields\.(\d+)/.exec(problem.path)?.[1];
    const path = at === undefined ? undefined : itemOf(Number(at));
    return path === undefined ? problem : { ...problem, path };
  });
  const { code, params, message, id } = error;
  return new ApiError(error.status, { code, params, message, id, fields });
}

/** Items of fields in the order they were sent. */
export function fieldItems(entries: readonly { readonly code: string }[]): (at: number) => string | undefined {
  return (at) => {
    const code = entries[at]?.code;
    return code === undefined ? undefined : `fields.${code}`;
  };
}
