import type { OutputOf, openCell, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  cellMark,
  type FormColumn,
  type FormDefinition,
  findRegisterField,
  maskName,
  mayInArea,
  namesInFull,
  nounOf,
  rowNoun,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { FormDeps } from './deps.ts';
import { findHiddenFigures } from './figure-sight.ts';
import { maySeeRows, readableReturn } from './get-return.ts';
import { ownerOf } from './owner-of.ts';
import { findSealed, showRow } from './show-cells.ts';
import type { ReturnRow } from './store.ts';
import type { StoredRow } from './stored-row.ts';

type Out = OutputOf<typeof openCell>;
const pageRows = 100;

/** What stands behind a cell. A figure opens to the subjects counted when it was filled, so that count and sum always agree. */
export async function findBehind(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof openCell> },
): Promise<Out> {
  const { actor, input } = call;
  const { row: of, definition } = await readableReturn(db, actor, input.returnId);
  if (!maySeeRows(actor, definition, of)) return refuse('not-found');
  const at = definition.columns.findIndex((column) => column.key === input.column);
  const column = definition.columns[at];
  const find = () => findRow(db, of.id, input.rowKey);
  const row = await (definition.rows.by === 'area' ? elevated(db, find) : find());
  if (!column || !row) return refuse('not-found');
  const sealed = await findSealed(db, deps.crypto, definition, [row]);
  const hidden = await findHiddenFigures(db, actor, definition, [row]);
  const cell = showRow(actor, definition, row, { sealed, hidden })[at] ?? refuse('not-found');
  // What the reader may not see has nothing behind it either.
  if (cell.text === null || cell.state === 'withheld') return refuse('not-found');
  return {
    cell,
    fact: column.bind === 'field' ? await factBehind(db, definition, column, row, at) : null,
    behind: column.bind === 'figure' ? await rowsBehind(db, actor, { of, column, row, at, from: input.from }) : null,
    subjectId: definition.rows.by === 'subject' && mayInArea(actor, 'registers:read', row.path) ? row.key : null,
    madeOf: madeOf(column),
  };
}

type WithFacts = StoredRow & { facts: (string | null)[] };

async function findRow(db: Db, returnId: string, key: string): Promise<WithFacts | null> {
  const { rows } =
    await sql<WithFacts>`select w.return_id as "returnId", w.row_key as key, w.path::text as path, w.cells, w.marks,
      array(select f::text from unnest(w.facts) with ordinality as x(f, n) order by n) as facts,
      (select count(*)::int + 1 from form_row o where o.return_id = w.return_id and (o.sort, o.row_key) < (w.sort, w.row_key)) as serial,
      s.home_id as "homeId", s.household_id as "householdId"
    from form_row w left join subject s on s.id = w.row_key where w.return_id = ${returnId} and w.row_key = ${key}`.execute(
      db,
    );
  return rows[0] ?? null;
}

type FactRow = {
  subjectId: string;
  field: string;
  source: string;
  basis: string;
  since: string;
  recordedAt: Date;
  superseded: boolean;
};

async function factBehind(
  db: Db,
  definition: FormDefinition,
  column: Extract<FormColumn, { bind: 'field' }>,
  row: WithFacts,
  at: number,
): Promise<Out['fact']> {
  const noun = rowNoun(definition);
  if (noun === null) return null;
  const owner = nounOf(column.of, noun);
  const law = findRegisterField(owner, column.field)?.law ?? '';
  const id = row.facts[at] ?? null;
  const subjectId = ownerOf(column.of, noun, row);
  const isSealed = cellMark(row.marks, at) === 'sealed';
  // The cell was opened to this reader: its source may be told though the sealed row itself is the product's.
  const { rows } = await elevated(db, () =>
    isSealed
      ? sql<FactRow>`select subject_id as "subjectId", field, source, basis, since::text, recorded_at as "recordedAt", false as superseded
          from subject_secret where subject_id = ${subjectId} and field = ${column.field}`.execute(db)
      : sql<FactRow>`select subject_id as "subjectId", field, source, basis, since::text, recorded_at as "recordedAt",
          superseded_at is not null as superseded from fact where id = ${id}::bigint`.execute(db),
  );
  const fact = rows[0];
  if (!fact) return null;
  const { superseded, recordedAt, ...more } = fact;
  return {
    id: isSealed ? null : id,
    noun: owner,
    law,
    ...more,
    recordedAt: recordedAt.toISOString(),
    changed: superseded,
  };
}

async function rowsBehind(
  db: Db,
  actor: Actor,
  call: { of: ReturnRow; column: Extract<FormColumn, { bind: 'figure' }>; row: StoredRow; at: number; from: number },
): Promise<Out['behind']> {
  const { of, column, row, at, from } = call;
  const stored = await elevated(db, () =>
    sql<{
      ordinals: number[];
    }>`select ordinals from form_behind where return_id = ${of.id} and row_key = ${row.key} and col = ${at}`.execute(
      db,
    ),
  );
  const ordinals = stored.rows[0]?.ordinals ?? [];
  const ids = ordinals.slice(from, from + pageRows);
  const value = (alias: string) =>
    column.sum === undefined
      ? sql`null::float`
      : sql`(select (f.value)::text::float from fact f where f.subject_id = ${sql.raw(alias)}.id and f.field = ${column.sum}
          and f.recorded_at <= ${of.filledAt} and (f.superseded_at is null or f.superseded_at > ${of.filledAt}) order by f.id desc limit 1)`;
  const sum = column.sum === undefined ? null : await elevated(db, () => sumOf(db, value('s'), ordinals));
  // The figure's areas are seen by this reader; its people only by those who keep the register there.
  const shows = mayInArea(actor, 'registers:read', row.path);
  const { rows } = shows
    ? await sql<{
        subjectId: string;
        name: string;
        noun: string;
        path: string;
        value: number | null;
      }>`select s.id as "subjectId", s.name, s.noun,
          s.path::text as path, ${value('s')} as value from subject s where s.ordinal = any(${ids}::int[]) order by s.ordinal`.execute(
        db,
      )
    : { rows: [] };
  return {
    // How many have a value at all could be taken from how many there are: told with the people alone.
    count: shows || sum === null ? ordinals.length : null,
    sum,
    rows: rows.map(({ subjectId, name, noun, path, value: own }) => ({
      subjectId,
      name: noun === 'person' && !namesInFull(actor, path) ? maskName(name) : name,
      value: own,
    })),
    definition: [
      column.noun,
      column.kind ?? '',
      ...column.tags,
      column.when ?? '',
      column.sum ? `sum ${column.sum}` : 'count',
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

async function sumOf(db: Db, value: ReturnType<typeof sql>, ordinals: readonly number[]): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select coalesce(sum(${value}), 0)::float as sum from subject s
    where s.ordinal = any(${[...ordinals]}::int[])`.execute(db);
  return rows[0]?.sum ?? 0;
}

function madeOf(column: FormColumn): string | null {
  switch (column.bind) {
    case 'computed':
      return column.computed;
    case 'tag':
      return `tag ${column.tag}`;
    case 'link':
      return `link ${column.link}`;
    default:
      return null;
  }
}
