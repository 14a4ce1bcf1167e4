import { findRegisterField, type SubjectNoun, type SubjectState, subjectNouns, subjectStates } from '@linli/domain';

/** What a register's address keeps: the noun, and what narrows its rows. */
export type RegistersSearch = {
  noun?: SubjectNoun;
  areaId?: string;
  words?: string;
  kind?: string;
  state?: SubjectState;
  order?: 'changed';
  bornFrom?: string;
  bornUntil?: string;
  /** One field that must have one value; the value as text. */
  field?: string;
  value?: string;
  view?: 'map';
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address; what does not fit is left out. */
export function readRegistersSearch(raw: Record<string, unknown>): RegistersSearch {
  const noun = subjectNouns.find((one) => one === raw.noun);
  const state = subjectStates.find((one) => one === raw.state);
  const text = (value: unknown, longest: number) =>
    (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') &&
    String(value).trim() !== ''
      ? String(value).trim().slice(0, longest)
      : undefined;
  const like = (value: unknown, form: RegExp) => (typeof value === 'string' && form.test(value) ? value : undefined);
  return withoutNone({
    noun,
    areaId: like(raw.areaId, uuid),
    words: text(raw.words, 60),
    kind: like(raw.kind, /^[a-z][a-z0-9-]{0,39}$/),
    state,
    order: raw.order === 'changed' ? 'changed' : undefined,
    bornFrom: like(raw.bornFrom, day),
    bornUntil: like(raw.bornUntil, day),
    field: like(raw.field, /^[a-zA-Z][a-zA-Z0-9]{0,39}$/),
    value: text(raw.value, 200),
    view: raw.view === 'map' ? 'map' : undefined,
  });
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** The address without keys that hold nothing. */
export function withoutNone(search: Loose<RegistersSearch>): RegistersSearch {
  // What is left after the undefined ones went has the exact type.
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as RegistersSearch;
}

/** The input of `list-subjects` for an address, without paging. */
export function subjectFilterOf(search: RegistersSearch) {
  const noun = search.noun ?? 'person';
  const { areaId, words, kind, bornFrom, bornUntil } = search;
  const held =
    search.field === undefined || search.value === undefined ? null : typedValue(noun, search.field, search.value);
  return {
    noun,
    states: [search.state ?? ('active' as const)],
    order: search.order ?? ('name' as const),
    ...(areaId === undefined ? {} : { areaId }),
    ...(words === undefined ? {} : { words }),
    ...(kind === undefined ? {} : { kind }),
    ...(bornFrom === undefined ? {} : { bornFrom }),
    ...(bornUntil === undefined ? {} : { bornUntil }),
    ...(held === null || search.field === undefined ? {} : { where: [{ code: search.field, value: held }] }),
  };
}

function typedValue(noun: SubjectNoun, code: string, text: string): string | number | boolean | null {
  const kind = findRegisterField(noun, code)?.kind;
  if (kind === undefined || kind === 'secret') return null;
  if (kind === 'boolean') return text === 'true';
  if (kind !== 'number') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
