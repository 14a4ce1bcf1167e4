import { type Day, dayOf, type FormDefinition } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { askingColumns } from './column-sql.ts';
import { markCounts } from './count-marks.ts';
import { findFieldExceptions } from './field-exceptions.ts';
import { figureQuery, figureRowQuery } from './figure-query.ts';
import { findTagNumbers, tagsNamed } from './find-tags.ts';
import { type RowCall, rowQuery } from './row-query.ts';

export interface Filling {
  siteId: string;
  definition: FormDefinition;
  /** Returns of this one version of the form. */
  returnIds: readonly string[];
  now: Date;
  /** Returns just made: nothing is there yet to compare with. */
  fresh?: boolean;
  /** Only the rows of these subjects, and those in these homes and households. */
  subjectIds?: readonly string[];
}

/**
 * Fills returns from the registers in a handful of statements, however many committees and people: rows with the fact behind each cell,
 * what stands behind figures, the questions that are left, the counts. As the system.
 */
export async function fillReturns(db: Db, filling: Filling): Promise<void> {
  if (filling.returnIds.length === 0) return;
  const { definition, now } = filling;
  const today = dayOf(now);
  const tags = await findTagNumbers(db, filling.siteId, tagsNamed(definition));
  const except = await findFieldExceptions(db, definition);
  const returns = returnsOf(filling.returnIds);
  const query = selectRows(definition, {
    today,
    tags,
    except,
    returns,
    ...(filling.subjectIds ? { subjectIds: filling.subjectIds } : {}),
  });
  if (filling.fresh) await insertRows(db, filling, query);
  else {
    await replaceRows(db, filling, query);
    await askQuestions(db, filling, sql`form_row`);
    await countCells(db, filling.returnIds, now);
  }
  if (definition.rows.by === 'area')
    await writeBehind(db, definition, { today, tags, returns, ids: filling.returnIds });
}

/** New returns: rows, questions and counts in one pass over what is written. */
async function insertRows(db: Db, filling: Filling, query: RawBuilder<unknown>): Promise<void> {
  const asked = askedSql(filling, sql`put`);
  await sql`with put as (insert into form_row (return_id, row_key, path, sort, cells, facts, marks) ${query}
      returning return_id, row_key, marks)
    ${asked ? sql`, asked as (${asked})` : sql``}
    ${countsSql(filling.returnIds, filling.now, sql`put`)}`.execute(db);
}

function returnsOf(ids: readonly string[]): RawBuilder<unknown> {
  return sql`(select id, area_id from form_return where id = any(${[...ids]}::uuid[]))`;
}

/** Rows of a definition for a relation of committees with id and area_id. */
export function selectRows(definition: FormDefinition, call: Omit<RowCall, 'definition'>): RawBuilder<unknown> {
  const { rows } = definition;
  return rows.by === 'subject'
    ? rowQuery({ ...call, definition: { ...definition, rows } })
    : figureRowQuery({ ...definition, rows }, call);
}

async function replaceRows(db: Db, { returnIds, subjectIds }: Filling, query: RawBuilder<unknown>): Promise<void> {
  const only = subjectIds
    ? sql`and w.row_key in (select id from subject where id = any(${[...subjectIds]}::uuid[])
      or home_id = any(${[...subjectIds]}::uuid[]) or household_id = any(${[...subjectIds]}::uuid[]))`
    : sql``;
  await sql`with fresh as materialized (${query}),
    gone as (delete from form_row w where w.return_id = any(${[...returnIds]}::uuid[]) ${only}
      and not exists (select from fresh where fresh.return_id = w.return_id and fresh.row_key = w.row_key))
    insert into form_row (return_id, row_key, path, sort, cells, facts, marks) select * from fresh
    on conflict (return_id, row_key) do update set path = excluded.path, sort = excluded.sort, cells = excluded.cells,
      facts = excluded.facts, marks = excluded.marks
    where (form_row.cells, form_row.facts, form_row.marks, form_row.sort) is distinct from
      (excluded.cells, excluded.facts, excluded.marks, excluded.sort)`.execute(db);
}

async function writeBehind(
  db: Db,
  definition: FormDefinition,
  call: { today: Day; tags: ReadonlyMap<string, number>; returns: RawBuilder<unknown>; ids: readonly string[] },
): Promise<void> {
  if (definition.rows.by !== 'area') return;
  const { level } = definition.rows;
  await sql`delete from form_behind where return_id = any(${[...call.ids]}::uuid[])`.execute(db);
  for (const [at, column] of definition.columns.entries()) {
    if (column.bind !== 'figure') continue;
    await sql`insert into form_behind (return_id, row_key, col, ordinals)
      select w.return_id, w.row_key, ${at}::smallint, f.ordinals from form_row w
      join (${figureQuery(column, { ...call, level })}) f on f.area_id = w.row_key
      where w.return_id = any(${[...call.ids]}::uuid[])`.execute(db);
  }
}

async function askQuestions(db: Db, filling: Filling, rows: RawBuilder<unknown>): Promise<void> {
  const asked = askedSql(filling, rows);
  if (asked) await asked.execute(db);
}

/**
 * What is missing is asked once for a subject and field, whichever form lacks it; what was answered and is lacking again is asked again.
 * Always in the same order: two forms that are filled at once would else wait for each other.
 */
function askedSql(
  { definition, returnIds, subjectIds, now }: Filling,
  rows: RawBuilder<unknown>,
): RawBuilder<unknown> | null {
  const asking = definition.rows.by === 'subject' ? askingColumns(definition) : [];
  if (asking.length === 0) return null;
  const ids = sql`${[...(subjectIds ?? [])]}::uuid[]`;
  const only = subjectIds
    ? sql`and (s.id = any(${ids}) or s.home_id = any(${ids}) or s.household_id = any(${ids}))`
    : sql``;
  return sql`insert into form_question (subject_id, field, noun, site_id, area_id, path, asked_at)
    select distinct o.id, c.field, o.noun, o.site_id, o.area3_id, o.path, ${now}::timestamptz
    from ${rows} w join subject s on s.id = w.row_key
    cross join jsonb_to_recordset(${JSON.stringify(asking)}::jsonb) as c(at int, field text, "of" text)
    join subject o on o.id = case when c.of = 'self' or c.of = s.noun then s.id when c.of = 'home' then s.home_id else s.household_id end
    where w.return_id = any(${[...returnIds]}::uuid[]) and w.marks like '%m%' and substr(w.marks, c.at, 1) = 'm'
      and o.area3_id is not null ${only} and not exists (select from form_question q
        where q.subject_id = o.id and q.field = c.field and q.state <> 'answered')
    order by 1, 2
    on conflict (subject_id, field) do update set state = 'open', asked_at = excluded.asked_at, answered_at = null
    where form_question.state = 'answered'`;
}

async function countCells(db: Db, returnIds: readonly string[], now: Date): Promise<void> {
  await countsSql(returnIds, now, sql`form_row`).execute(db);
}

/** Counts of each return from the letters of its rows; cells that may be empty are not counted at all. */
function countsSql(returnIds: readonly string[], now: Date, from: RawBuilder<unknown>): RawBuilder<unknown> {
  const ids = sql`${[...returnIds]}::uuid[]`;
  return sql`update form_return r set filled_at = ${now}, row_count = coalesce(c.rows, 0), cell_count = coalesce(c.cells, 0),
      filled_count = coalesce(c.filled, 0), stale_count = coalesce(c.stale, 0), missing_count = coalesce(c.missing, 0),
      unknown_count = coalesce(c.unknown, 0)
    from unnest(${ids}) as wanted(id) left join (${countedSql(sql`return_id = any(${ids})`, from)}) c on c.return_id = wanted.id
    where r.id = wanted.id`;
}

/** return_id, rows, cells, filled, stale, missing, unknown of the rows that answer a condition. */
function countedSql(where: RawBuilder<unknown>, from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select return_id, count(*)::int as rows, sum(${markCounts.cells})::int as cells, sum(${markCounts.filled})::int as filled,
      sum(${markCounts.stale})::int as stale, sum(${markCounts.missing})::int as missing, sum(${markCounts.unknown})::int as unknown
    from ${from} where ${where} group by return_id`;
}
