import type { Day, FormColumn, FormDefinition } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { chosenSql, ownersOf } from './condition-sql.ts';

export type Figure = Extract<FormColumn, { bind: 'figure' }>;

/** One figure by area: area_id, value (count or sum; no row = nothing), ordinals of the subjects behind it. */
export function figureQuery(
  figure: Figure,
  call: {
    level: 'committee' | 'micro-grid';
    today: Day;
    tags: ReadonlyMap<string, number>;
    returns: RawBuilder<unknown>;
  },
): RawBuilder<unknown> {
  const area = sql.ref(call.level === 'committee' ? 's.area3_id' : 's.area4_id');
  const owners = ownersOf(figure);
  const counted = figure.sum === undefined ? sql`true` : sql`s.fields ? ${sql.lit(figure.sum)}`;
  const value = figure.sum === undefined ? sql`count(*)` : sql`sum((s.fields ->> ${sql.lit(figure.sum)})::numeric)`;
  return sql`select ${area} as area_id, ${value} as value, array_agg(s.ordinal order by s.ordinal) as ordinals
    from ${call.returns} r join subject s on s.area3_id = r.area_id
    ${owners.has('home') ? sql`left join subject h on h.id = s.home_id` : sql``}
    ${owners.has('household') ? sql`left join subject hh on hh.id = s.household_id` : sql``}
    where ${chosenSql(figure, call)} and ${counted} and ${area} is not null group by 1`;
}

/** Rows of a form of areas, as `rowQuery` answers them; a figure with nobody behind it is 0. */
export function figureRowQuery(
  definition: FormDefinition & { rows: { by: 'area'; level: 'committee' | 'micro-grid' } },
  call: { today: Day; tags: ReadonlyMap<string, number>; returns: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const { level } = definition.rows;
  const areas = level === 'committee' ? sql`a.id = r.area_id` : sql`a.parent_id = r.area_id`;
  const columns = definition.columns.map((column, at) => areaColumn(column, at));
  const joins = definition.columns.flatMap((column, at) =>
    column.bind === 'figure'
      ? [
          sql`left join (${figureQuery(column, { ...call, level })}) ${sql.raw(`f${at}`)} on ${sql.raw(`f${at}`)}.area_id = a.id`,
        ]
      : [],
  );
  return sql`select r.id as return_id, a.id as row_key, a.path, lpad(a.sort::text, 6, '0') || a.name as sort,
      jsonb_build_array(${sql.join(columns.map(({ value }) => value))}) as cells,
      array_fill(null::bigint, array[${columns.length}::int]) as facts,
      ${sql.join(
        columns.map(({ mark }) => sql`(${mark})`),
        sql` || `,
      )} as marks
    from ${call.returns} r join area a on ${areas} and (a.valid_to is null or a.valid_to > ${call.today}::date)
    join area a3 on a3.id = r.area_id
    left join form_row old on old.return_id = r.id and old.row_key = a.id
    ${sql.join(joins, sql` `)}`;
}

function areaColumn(column: FormColumn, at: number): { value: RawBuilder<unknown>; mark: RawBuilder<unknown> } {
  if (column.bind === 'figure')
    return { value: sql`to_jsonb(coalesce(${sql.raw(`f${at}`)}.value, 0))`, mark: sql`'c'` };
  if (column.bind === 'asked') {
    const letter = sql`substr(old.marks, ${sql.lit(at + 1)}, 1)`;
    return {
      value: sql`case when ${letter} = 'a' then old.cells -> ${sql.lit(at)} end`,
      mark: sql`case when ${letter} in ('a', 'u') then ${letter} else ${column.ask.required ? sql`'m'` : sql`'n'`} end`,
    };
  }
  const computed = column.bind === 'computed' ? column.computed : '';
  if (computed === 'committee') return { value: sql`to_jsonb(a3.name)`, mark: sql`'c'` };
  if (computed === 'micro-grid') return { value: sql`to_jsonb(a.name)`, mark: sql`'c'` };
  return { value: sql`null::jsonb`, mark: sql`'c'` };
}
