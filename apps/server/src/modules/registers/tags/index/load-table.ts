import { setImmediate as turn } from 'node:timers/promises';
import { type SubjectNoun, subjectNouns } from '@linli/domain';
import type pg from 'pg';
import { addPosition } from './position-set.ts';
import {
  createFieldColumn,
  ensureCapacity,
  type FieldColumn,
  leafNumber,
  loadSubject,
  noDay,
  type SubjectTable,
  setField,
  tagSet,
} from './subject-table.ts';

/** Ordinals read at once: some milliseconds of this thread, so that requests go on between. */
const step = 5000;
/** Parts being read by the database while one is taken in here; more would only take its processors from the questions. */
const ahead = 3;

/** The lowest area a subject stands in, down to the micro-grid. */
export const leafColumn = 'coalesce(area4_id, area3_id, area2_id, site_id)';

/** Runs a read as the product itself. */
export type SystemRead = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

export function systemRead(pool: pg.Pool): SystemRead {
  return async <Row>(text: string, values: readonly unknown[]) => {
    const client = await pool.connect();
    try {
      await client.query(`begin read only; set local linli.system = 'on'; set local jit = off`);
      const { rows } = await client.query(text, [...values]);
      await client.query('commit');
      client.release();
      return rows as Row[]; // the columns the statement names
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
}

/** Most subjects are people: they are asked for first. */
const nounCases = subjectNouns
  .toSorted((a, b) => Number(b === 'person') - Number(a === 'person'))
  .map((noun) => `when '${noun}' then ${subjectNouns.indexOf(noun)}`)
  .join(' ');

/**
 * Each subject in one piece of bytes: ordinal; day of birth since 1900, noun and state in one number; lowest area; tags in the wire form of an
 * array. One aggregate instead of rows: five times quicker than as many columns, and Node unpacks few large values.
 */
const chunkText = `select encode(string_agg(int4send(ordinal)
      || int4send(coalesce(greatest(0, least(${noDay - 1}, born - date '1900-01-01')), ${noDay}) * 16
        + case noun ${nounCases} end * 2 + (state = 'active')::int)
      || uuid_send(${leafColumn}) || array_send(tags), ''), 'base64') as bytes
  from subject where ordinal >= $1 and ordinal < $2`;

/** Where every subject stands, its noun, birth and tags. Answers how many were read; stops when `isStopped`. */
export async function loadTable(table: SubjectTable, read: SystemRead, isStopped: () => boolean): Promise<number> {
  const [areas, last] = await Promise.all([
    read<{ id: string }>('select id::text as id from area where level <= 4 order by path', []),
    read<{ last: number | null }>('select max(ordinal) as last from subject', []),
  ]);
  for (const { id } of areas) leafNumber(table, id);
  const until = last[0]?.last ?? 0;
  ensureCapacity(table, until + 1);
  const leaves = new Map<string, number>();
  const ask = (from: number) => {
    const answer = read<{ bytes: string | null }>(chunkText, [from, from + step]);
    // Several are asked ahead: when one fails nobody waits for the rest, and a rejection nobody waits for ends the process.
    answer.catch(() => undefined);
    return answer;
  };
  const asked: ReturnType<typeof ask>[] = [];
  let count = 0;
  for (let from = 0, next = 0; from <= until && !isStopped(); from += step) {
    for (; next <= until && asked.length < ahead; next += step) asked.push(ask(next));
    const [chunk] = (await asked.shift()) ?? [];
    if (chunk?.bytes) count += takeChunk(table, Buffer.from(chunk.bytes, 'base64'), leaves);
    // Parts that came in together are not taken in together.
    await turn();
  }
  await Promise.allSettled(asked);
  return count;
}

/** `leaves` holds the numbers of areas by the bytes of their ids. */
function takeChunk(table: SubjectTable, bytes: Buffer, leaves: Map<string, number>): number {
  let count = 0;
  for (let at = 0; at < bytes.length; count++) {
    const position = bytes.readInt32BE(at);
    const word = bytes.readInt32BE(at + 4);
    const key = bytes.toString('latin1', at + 8, at + 24);
    let leaf = leaves.get(key);
    if (leaf === undefined) {
      leaf = leafNumber(table, uuidText(bytes, at + 8));
      leaves.set(key, leaf);
    }
    const noun: SubjectNoun = subjectNouns[(word >> 1) & 7] ?? 'asset';
    loadSubject(table, position, { noun, isActive: (word & 1) === 1, leaf, born: word >> 4 });
    // The wire form of an array: dimensions, nulls, type, then length and lower bound, then each with its own length.
    const dimensions = bytes.readInt32BE(at + 24);
    at += 36;
    if (dimensions === 0) continue;
    const length = bytes.readInt32BE(at);
    at += 8;
    for (let n = 0; n < length; n++, at += 8)
      addPosition(tagSet(table, bytes.readInt32BE(at + 4)), position, table.capacity);
  }
  return count;
}

function uuidText(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** One field of one noun, for questions that ask for it. `together` keeps a part's reading and taking in one piece. */
export async function loadField(
  table: SubjectTable,
  field: { noun: SubjectNoun; code: string; kind: FieldColumn['kind'] },
  call: { read: SystemRead; together: <T>(work: () => Promise<T>) => Promise<T>; isStopped: () => boolean },
): Promise<FieldColumn> {
  const column = createFieldColumn(field.kind);
  const text = `select fields ->> $3 as value, string_agg(int4send(ordinal), '' order by ordinal) as ordinals
    from subject where ordinal >= $1 and ordinal < $2 and noun = $4 and fields ? $3 group by 1`;
  table.fields.set(`${field.noun}.${field.code}`, column);
  for (let from = 0; from < table.used && !call.isStopped(); from += step)
    await call.together(async () => {
      const rows = await call.read<{ value: string | null; ordinals: Buffer }>(text, [
        from,
        from + step,
        field.code,
        field.noun,
      ]);
      for (const { value, ordinals } of rows) {
        const read = field.kind === 'values' && value !== null && !value.includes('-', 1) ? Number(value) : value;
        for (let i = 0; i < ordinals.length; i += 4) setField(table, column, ordinals.readInt32BE(i), read);
      }
    });
  return column;
}
