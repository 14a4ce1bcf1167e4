import type { ChosenSubjects, Day, FormDefinition } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { columnSql, emptyNeeded, type Needed, type Owner } from './column-sql.ts';
import { chosenSql, ownersOf } from './condition-sql.ts';
import type { FieldExceptions } from './field-exceptions.ts';

export interface RowCall {
  definition: FormDefinition & { rows: ChosenSubjects & { by: 'subject' } };
  today: Day;
  tags: ReadonlyMap<string, number>;
  except: FieldExceptions;
  /** The returns whose committees are gone through, as a relation with id and area_id. */
  returns: RawBuilder<unknown>;
  /** Only these subjects, or their homes and households. */
  subjectIds?: readonly string[];
}

/** All rows of a subject form in one select: return_id, row_key, path, sort, cells, facts, marks. */
export function rowQuery(call: RowCall): RawBuilder<unknown> {
  const { definition, today, tags, except } = call;
  const { rows } = definition;
  const needed = emptyNeeded();
  for (const owner of ownersOf(rows)) needed.joins.add(owner === 'home' ? 'h' : 'hh');
  const columns = definition.columns.map((column, at) =>
    columnSql(column, at, { noun: rows.noun, today, tags, except, needed }),
  );
  needed.joins.add('place');
  const where = [chosenSql(rows, { tags, today })];
  if (call.subjectIds) {
    const ids = sql`${[...call.subjectIds]}::uuid[]`;
    where.push(sql<boolean>`(s.id = any(${ids}) or s.home_id = any(${ids}) or s.household_id = any(${ids}))`);
  }
  return sql`select r.id as return_id, s.id as row_key, s.path,
      coalesce(b.address, '') || ' ' || coalesce(d.room, '') || ' ' || s.name as sort,
      jsonb_build_array(${sql.join(columns.map(({ value }) => value))}) as cells,
      array[${sql.join(columns.map(({ fact }) => fact))}]::bigint[] as facts,
      ${sql.join(
        columns.map(({ mark }) => sql`(${mark})`),
        sql` || `,
      )} as marks
    from ${call.returns} r join subject s on s.area3_id = r.area_id ${joinsSql(needed)}
    where ${sql.join(where, sql` and `)}`;
}

function joinsSql(needed: Needed): RawBuilder<unknown> {
  const { joins } = needed;
  const parts: RawBuilder<unknown>[] = [];
  if (joins.has('h')) parts.push(sql`left join subject h on h.id = s.home_id`);
  if (joins.has('hh')) parts.push(sql`left join subject hh on hh.id = s.household_id`);
  if (joins.has('place'))
    parts.push(sql`left join building b on b.id = s.building_id
      left join home d on d.id = case when s.noun = 'home' then s.id else s.home_id end`);
  if (joins.has('old')) parts.push(sql`left join form_row old on old.return_id = r.id and old.row_key = s.id`);
  // `offset 0` keeps the planner from looking each up once for the value and once more for its letter.
  for (const [name, value] of needed.looked)
    parts.push(sql`left join lateral (select ${value} as value offset 0) ${sql.raw(name)} on true`);
  for (const [owner, fields] of needed.facts)
    parts.push(factsSql(owner, [...fields], needed.dated.get(owner) ?? new Set()));
  for (const [owner, fields] of needed.secrets) parts.push(secretsSql(owner, [...fields]));
  return sql.join(parts, sql` `);
}

/** One look at a subject's facts for all its columns: they lie together. */
function factsSql(owner: Owner, fields: readonly string[], dated: ReadonlySet<string>): RawBuilder<unknown> {
  const picked = fields.flatMap((field) => {
    const of = sql`filter (where f.field = ${sql.lit(field)})`;
    const id = sql`max(f.id) ${of} as ${sql.ref(field)}`;
    return dated.has(field)
      ? [id, sql`max(coalesce(f.confirmed_at, f.recorded_at)) ${of} as ${sql.ref(`${field}_at`)}`]
      : [id];
  });
  const asked = sql.join(fields.map((field) => sql.lit(field)));
  return sql`left join lateral (select ${sql.join(picked)} from fact f where f.subject_id = ${sql.raw(owner)}.id
    and f.superseded_at is null and f.field in (${asked})) ${sql.raw(`${owner}_fact`)} on true`;
}

function secretsSql(owner: Owner, fields: readonly string[]): RawBuilder<unknown> {
  const picked = fields.map((field) => sql`bool_or(e.field = ${sql.lit(field)}) as ${sql.ref(field)}`);
  return sql`left join lateral (select ${sql.join(picked)} from subject_secret e
    where e.subject_id = ${sql.raw(owner)}.id) ${sql.raw(`${owner}_sealed`)} on true`;
}
