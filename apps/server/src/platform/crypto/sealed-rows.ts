import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { SealedColumn } from './sealed-columns.ts';

export type SealedRow = { key: string[]; sealed: Buffer; kind: string };

/** The sealed bytes where they are bytes, or stand in jsonb. */
function bytesOf({ jsonName }: SealedColumn, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return jsonName === undefined ? value : sql`decode(${value} ->> ${jsonName}::text, 'base64')`;
}

/** Rows of a sealed column in the order of their key, after one of them; those that begin with `exceptHeader` are left out. */
export async function readSealedBatch(
  db: Db,
  column: SealedColumn,
  page: { after: readonly string[] | null; limit: number; exceptHeader?: Buffer },
): Promise<SealedRow[]> {
  const keys = sql.join(column.key.map((part) => sql.ref(part.column)));
  const sealed = bytesOf(column, sql.ref(column.column));
  const kind = column.hash?.kindColumn === undefined ? sql`''` : sql.ref(column.hash.kindColumn);
  const { after, exceptHeader } = page;
  const behind =
    after === null
      ? sql``
      : sql`and (${keys}) > (${sql.join(column.key.map((part, at) => sql`${after[at]}::${sql.raw(part.type)}`))})`;
  const others =
    exceptHeader === undefined
      ? sql``
      : sql`and substring(${sealed} from 1 for ${exceptHeader.length}::int) <> ${exceptHeader}`;
  const { rows } =
    await sql<SealedRow>`select array[${sql.join(column.key.map((part) => sql`${sql.ref(part.column)}::text`))}] as key,
      ${sealed} as sealed, ${kind} as kind
    from ${sql.table(column.table)} where ${sealed} is not null ${sql.raw(column.where ? `and ${column.where}` : '')} ${behind} ${others}
    order by ${keys} limit ${page.limit}`.execute(db);
  return rows;
}

function storedAs({ column, jsonName }: SealedColumn, name: string, bytes: RawBuilder<unknown>): RawBuilder<unknown> {
  if (jsonName === undefined || name !== column) return bytes;
  // PostgreSQL breaks base64 into lines.
  return sql`jsonb_set(t.${sql.ref(column)}, array[${jsonName}::text], to_jsonb(translate(encode(${bytes}, 'base64'), E'\\n', '')))`;
}

/** Sets columns of rows whose sealed bytes are still the ones read; answers how many. A row changed meanwhile is left to its writer. */
export async function writeSealedBatch(
  db: Db,
  column: SealedColumn,
  rows: readonly { key: readonly string[]; before: Buffer; set: Readonly<Record<string, Buffer>> }[],
): Promise<number> {
  const first = rows[0];
  if (first === undefined) return 0;
  const names = Object.keys(first.set);
  const lists = [
    ...column.key.map((part, at) => sql`${rows.map((row) => row.key[at])}::${sql.raw(part.type)}[]`),
    sql`${rows.map((row) => row.before)}::bytea[]`,
    ...names.map((name) => sql`${rows.map((row) => row.set[name])}::bytea[]`),
  ];
  const aliases = [...column.key.map((_, at) => `k${at}`), 'before', ...names.map((_, at) => `v${at}`)];
  const matches = column.key.map((part, at) => sql`t.${sql.ref(part.column)} = n.${sql.ref(`k${at}`)}`);
  const result = await sql`update ${sql.table(column.table)} t
    set ${sql.join(names.map((name, at) => sql`${sql.ref(name)} = ${storedAs(column, name, sql`n.${sql.ref(`v${at}`)}`)}`))}
    from unnest(${sql.join(lists)}) as n(${sql.join(aliases.map((name) => sql.ref(name)))})
    where ${sql.join(matches, sql` and `)} and ${bytesOf(column, sql`t.${sql.ref(column.column)}`)} = n.before`.execute(
    db,
  );
  return Number(result.numAffectedRows ?? 0);
}
