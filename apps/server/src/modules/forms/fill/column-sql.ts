import {
  addDays,
  type Day,
  type FormColumn,
  type FormDefinition,
  findRegisterField,
  nounOf,
  type SubjectNoun,
  startOfDay,
} from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';

/** How one column of a subject's row is read: its value (jsonb), the letter of its state, and the fact behind it. */
export interface ColumnSql {
  value: RawBuilder<unknown>;
  mark: RawBuilder<unknown>;
  fact: RawBuilder<unknown>;
}

export type Owner = 's' | 'h' | 'hh';
/** What the row query must join for the columns. */
export interface Needed {
  facts: Map<Owner, Set<string>>;
  secrets: Map<Owner, Set<string>>;
  joins: Set<'h' | 'hh' | 'place' | 'area4' | 'area3' | 'old'>;
}

export function emptyNeeded(): Needed {
  return { facts: new Map(), secrets: new Map(), joins: new Set() };
}

const none: RawBuilder<unknown> = sql`null::bigint`;

export function columnSql(
  column: FormColumn,
  at: number,
  call: { noun: SubjectNoun; today: Day; tags: ReadonlyMap<string, number>; needed: Needed },
): ColumnSql {
  const { noun, today, needed } = call;
  switch (column.bind) {
    case 'field':
      return fieldColumn(column, noun, today, needed);
    case 'tag': {
      const number = call.tags.get(column.tag) ?? -1;
      return { value: sql`to_jsonb(s.tags @> array[${sql.lit(number)}::int])`, mark: sql`'c'`, fact: none };
    }
    case 'link':
      return linkColumn(column.link);
    case 'computed':
      return computedColumn(column.computed, noun, today, needed);
    case 'asked':
      needed.joins.add('old');
      return {
        value: sql`case when substr(old.marks, ${sql.lit(at + 1)}, 1) = 'a' then old.cells -> ${sql.lit(at)} end`,
        mark: sql`case when substr(old.marks, ${sql.lit(at + 1)}, 1) in ('a', 'u') then substr(old.marks, ${sql.lit(at + 1)}, 1)
          else ${column.ask.required ? sql`'m'` : sql`'n'`} end`,
        fact: none,
      };
    case 'figure':
      throw new Error('a figure stands in rows of areas');
  }
}

function ownerOf(column: Extract<FormColumn, { bind: 'field' }>, noun: SubjectNoun): Owner {
  if (column.of === 'self' || nounOf(column.of, noun) === noun) return 's';
  return column.of === 'home' ? 'h' : 'hh';
}

function fieldColumn(
  column: Extract<FormColumn, { bind: 'field' }>,
  noun: SubjectNoun,
  today: Day,
  needed: Needed,
): ColumnSql {
  const owner = ownerOf(column, noun);
  if (owner !== 's') needed.joins.add(owner);
  const o = sql.raw(owner);
  const code = sql.lit(column.field);
  const field = findRegisterField(nounOf(column.of, noun), column.field);
  const empty = emptyMark(column.whenEmpty, o, code);
  if (field?.kind === 'secret') {
    wants(needed.secrets, owner, column.field);
    const known = sql`${sql.raw(`${owner}_sealed`)}.${sql.ref(column.field)}`;
    return { value: sql`null::jsonb`, mark: sql`case when ${known} then 'x' else ${empty} end`, fact: none };
  }
  wants(needed.facts, owner, column.field);
  const facts = sql.raw(`${owner}_fact`);
  const stale =
    field?.staleAfterDays === undefined
      ? sql`'f'`
      : sql`case when ${facts}.${sql.ref(`${column.field}_at`)} < ${startOfDay(addDays(today, -field.staleAfterDays))}::timestamptz then 's' else 'f' end`;
  const absent = column.whenEmpty === 'no' ? sql`'false'::jsonb` : sql`null::jsonb`;
  return {
    value: sql`coalesce(${o}.fields -> ${code}, ${absent})`,
    mark: sql`case when ${o}.fields ? ${code} then ${stale} else ${empty} end`,
    fact: sql`${facts}.${sql.ref(column.field)}`,
  };
}

function emptyMark(
  whenEmpty: 'ask' | 'blank' | 'no',
  o: RawBuilder<unknown>,
  code: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (whenEmpty === 'blank') return sql`'n'`;
  if (whenEmpty === 'no') return sql`'o'`;
  return sql`case when ${o}.id is null then 'g' else coalesce(
    (select 'u' from form_question q where q.subject_id = ${o}.id and q.field = ${code} and q.state = 'unknown'), 'm') end`;
}

function wants(map: Map<Owner, Set<string>>, owner: Owner, field: string): void {
  map.set(owner, (map.get(owner) ?? new Set()).add(field));
}

const known = (value: RawBuilder<unknown>, gap: RawBuilder<unknown> = sql`'g'`): ColumnSql => ({
  value: sql`to_jsonb(${value})`,
  mark: sql`case when ${value} is null then ${gap} else 'c' end`,
  fact: none,
});

function computedColumn(computed: string, noun: SubjectNoun, today: Day, needed: Needed): ColumnSql {
  switch (computed) {
    case 'serial':
      // The place in the list, which is made when the list is read.
      return { value: sql`null::jsonb`, mark: sql`'c'`, fact: none };
    case 'name':
      return known(sql`nullif(s.name, '')`);
    case 'kind':
      return known(sql`s.kind`);
    case 'age':
      return { ...known(sql`extract(year from age(${today}::date, s.born))::int`, sql`'m'`), fact: none };
    case 'address':
      needed.joins.add('place');
      return known(
        sql`coalesce(b.address || coalesce(d.room || case when d.room ~ '[0-9]$' then '室' else '' end, ''), ${noun === 'home' ? sql`s.name` : sql`null::text`})`,
      );
    case 'building':
      needed.joins.add('place');
      return known(sql`b.name`);
    case 'micro-grid':
      needed.joins.add('area4');
      return known(sql`a4.name`);
    default:
      needed.joins.add('area3');
      return known(sql`a3.name`);
  }
}

/** Names of who stands in a link to the row, in the order they came. */
function linkColumn(link: string): ColumnSql {
  const from = (kind: string, to: RawBuilder<unknown>, more: RawBuilder<unknown> = sql``) =>
    sql`(select string_agg(p.name, '、' order by l.valid_from, p.name) from subject_link l join subject p on p.id = l.from_id
      where l.to_id = ${to} and l.kind = ${sql.lit(kind)} and l.valid_to is null ${more})`;
  const household = sql`case when s.noun = 'household' then s.id else s.household_id end`;
  const home = sql`case when s.noun = 'home' then s.id else s.home_id end`;
  switch (link) {
    case 'member-count':
      return known(
        sql`(select count(*)::int from subject p where p.household_id = ${household} and p.noun = 'person' and p.state = 'active')`,
      );
    case 'head':
      // GB/T 4761: 01 oneself and 02 head of the household.
      return known(from('member', household, sql`and l.role in ('01', '02', 'head')`));
    case 'guardian':
      return known(from('guardian', sql`s.id`));
    case 'owner':
      return known(from('owner', home));
    case 'tenants':
      return known(from('tenant', home));
    case 'keeper':
      return known(from('runs', sql`s.id`));
    default:
      return known(from('responsible', sql`s.id`));
  }
}

/** Columns that ask the registers when they are empty: place in the row (from 1), field and whose. */
export function askingColumns(
  definition: FormDefinition,
): { at: number; field: string; of: 'self' | 'home' | 'household' }[] {
  return definition.columns.flatMap((column, at) => {
    if (column.bind === 'computed' && column.computed === 'age')
      return [{ at: at + 1, field: 'born', of: 'self' as const }];
    return column.bind === 'field' && column.whenEmpty === 'ask'
      ? [{ at: at + 1, field: column.field, of: column.of }]
      : [];
  });
}
