import { type SubjectNoun, subjectNouns } from '@linli/domain';
import { addPosition, createPositionSet, type PositionSet, removePosition, wordsFor } from './position-set.ts';
import { createValueColumn, setValue, type ValueColumn } from './value-column.ts';

/** A field that can be asked for: its codes or truths as sets, its numbers and days as a column. */
export type FieldColumn =
  | { readonly kind: 'sets'; readonly sets: Map<string, PositionSet>; readonly known: PositionSet }
  | { readonly kind: 'values'; readonly column: ValueColumn; readonly known: PositionSet };

/** Every subject of the database by its ordinal: where, which noun, born when, with what tags. */
export interface SubjectTable {
  capacity: number;
  /** One more than the highest position in use. */
  used: number;
  /** Number of the lowest area; see `leaves`. */
  leaf: Uint16Array;
  /** Days of birth by `bornNumber`: two bytes each, since a count may touch them all. */
  born: Uint16Array;
  /** Ids of areas by their number. */
  readonly leaves: string[];
  readonly leafNumbers: Map<string, number>;
  /** Active subjects of each noun. */
  readonly present: Readonly<Record<SubjectNoun, PositionSet>>;
  readonly tags: Map<number, PositionSet>;
  /** Fields loaded so far, by `noun.code`. */
  readonly fields: Map<string, FieldColumn>;
  /** Who was born in a span of days, for the spans asked for lately: the same few ages are asked again and again. */
  readonly spans: Map<string, BornSpan>;
}

/** Days of birth by `bornNumber`, later than `after` and not later than `latest`. */
interface BornSpan {
  readonly after: number;
  readonly latest: number;
  readonly set: PositionSet;
}

const mostSpans = 24;

/** Everybody born in a span; kept, and kept true by `replaceSubject`. Making one looks at everybody: some milliseconds for millions. */
export function spanSet(table: SubjectTable, { after, latest }: { after: number; latest: number }): PositionSet {
  const key = `${after}/${latest}`;
  const known = table.spans.get(key);
  const span = known ?? { after, latest, set: makeSpan(table, after, latest) };
  // The one asked for longest ago goes first.
  table.spans.delete(key);
  if (table.spans.size >= mostSpans) table.spans.delete(table.spans.keys().next().value ?? '');
  table.spans.set(key, span);
  return span.set;
}

function makeSpan({ born, used, capacity }: SubjectTable, after: number, latest: number): PositionSet {
  const bits = new Int32Array(wordsFor(capacity));
  let size = 0;
  for (let position = 0; position < used; position++) {
    const value = born[position] ?? noDay;
    // One when inside, without a branch: nobody can foretell an age.
    const inside = 1 - (((latest - value) | (value - after - 1)) >>> 31);
    const word = position >>> 5;
    bits[word] = (bits[word] ?? 0) | (inside << (position & 31));
    size += inside;
  }
  return { size, bits, list: new Int32Array(0) };
}

/** Not known. */
export const noDay = 65_535;
const daysFrom1900To1970 = 25_567;

/** Days since 1900 of a day counted from 1970; earlier and much later ones count as the first and the last. */
export function bornNumber(day: number | null): number {
  return day === null || day === noDay ? noDay : Math.max(0, Math.min(noDay - 1, day + daysFrom1900To1970));
}

/** More areas than any city has; a leaf number takes two bytes. */
const mostLeaves = 65_535;

export function createSubjectTable(capacity = 1024): SubjectTable {
  return {
    capacity,
    used: 0,
    leaf: new Uint16Array(capacity),
    born: new Uint16Array(capacity).fill(noDay),
    leaves: [],
    leafNumbers: new Map(),
    present: {
      home: createPositionSet(),
      household: createPositionSet(),
      person: createPositionSet(),
      entity: createPositionSet(),
      asset: createPositionSet(),
    },
    tags: new Map(),
    fields: new Map(),
    spans: new Map(),
  };
}

export function leafNumber(table: SubjectTable, areaId: string): number {
  const known = table.leafNumbers.get(areaId);
  if (known !== undefined) return known;
  if (table.leaves.length >= mostLeaves) throw new Error('more areas than the tag index can number');
  table.leaves.push(areaId);
  table.leafNumbers.set(areaId, table.leaves.length - 1);
  return table.leaves.length - 1;
}

export function ensureCapacity(table: SubjectTable, positions: number): void {
  if (positions > table.used) table.used = positions;
  if (positions <= table.capacity) return;
  const capacity = Math.ceil(positions * 1.125) + 1024;
  const leaf = new Uint16Array(capacity);
  leaf.set(table.leaf);
  const born = new Uint16Array(capacity).fill(noDay);
  born.set(table.born);
  Object.assign(table, { capacity, leaf, born });
}

/** Puts a subject at its position for the first time; quickest in order of positions. `born` is a `bornNumber`. */
export function loadSubject(
  table: SubjectTable,
  position: number,
  subject: { noun: SubjectNoun; isActive: boolean; leaf: number; born: number },
): void {
  table.leaf[position] = subject.leaf;
  table.born[position] = subject.born;
  if (subject.isActive) addPosition(table.present[subject.noun], position, table.capacity);
}

export function tagSet(table: SubjectTable, tagId: number): PositionSet {
  const known = table.tags.get(tagId);
  if (known) return known;
  const set = createPositionSet();
  table.tags.set(tagId, set);
  return set;
}

/** A subject as it is now, or null when it is gone. */
export interface SubjectNow {
  noun: SubjectNoun;
  isActive: boolean;
  areaId: string;
  born: number | null;
  tags: readonly number[];
  fields: Readonly<Record<string, unknown>>;
}

/** Replaces everything known of a position. */
export function replaceSubject(table: SubjectTable, position: number, now: SubjectNow | null): void {
  ensureCapacity(table, position + 1);
  for (const noun of subjectNouns) {
    const isThere = now?.isActive === true && now.noun === noun;
    if (isThere) addPosition(table.present[noun], position, table.capacity);
    else removePosition(table.present[noun], position);
  }
  table.leaf[position] = now ? leafNumber(table, now.areaId) : 0;
  const born = bornNumber(now?.born ?? null);
  table.born[position] = born;
  for (const { after, latest, set } of table.spans.values())
    if (born > after && born <= latest) addPosition(set, position, table.capacity);
    else removePosition(set, position);
  const tags = new Set(now?.tags);
  for (const [id, set] of table.tags) if (!tags.has(id)) removePosition(set, position);
  for (const id of tags) addPosition(tagSet(table, id), position, table.capacity);
  for (const [name, field] of table.fields) {
    const isOwn = now !== null && name.startsWith(`${now.noun}.`);
    setField(table, field, position, isOwn ? now.fields[name.slice(now.noun.length + 1)] : undefined);
  }
}

export function createFieldColumn(kind: FieldColumn['kind']): FieldColumn {
  const known = createPositionSet();
  return kind === 'sets' ? { kind, sets: new Map(), known } : { kind, column: createValueColumn(), known };
}

export function setField(table: SubjectTable, field: FieldColumn, position: number, value: unknown): void {
  const isKnown = value !== undefined && value !== null;
  if (isKnown) addPosition(field.known, position, table.capacity);
  else removePosition(field.known, position);
  if (field.kind === 'values') {
    setValue(field.column, position, isKnown ? numberOf(value) : null);
    return;
  }
  const key = isKnown ? String(value) : null;
  for (const [each, set] of field.sets) if (each !== key) removePosition(set, position);
  if (key === null) return;
  const set = field.sets.get(key) ?? createPositionSet();
  field.sets.set(key, set);
  addPosition(set, position, table.capacity);
}

/** Days are kept as a number that sorts like them: 20260316. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  return day ? Number(`${day[1]}${day[2]}${day[3]}`) : null;
}
