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
import type { FieldExceptions } from './field-exceptions.ts';

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
  /** Of these the day they were last known to be true is read too. */
  dated: Map<Owner, Set<string>>;
  secrets: Map<Owner, Set<string>>;
  joins: Set<'h' | 'hh' | 'place' | 'old'>;
  /** Values looked up for each row, by the name they are joined under. */
  looked: Map<string, RawBuilder<unknown>>;
}

export function emptyNeeded(): Needed {
  return { facts: new Map(), dated: new Map(), secrets: new Map(), joins: new Set(), looked: new Map() };
}

/** What a column is read with. */
interface ColumnCall {
  noun: SubjectNoun;
  today: Day;
  tags: ReadonlyMap<string, number>;
  except: FieldExceptions;
  needed: Needed;
}

const none: RawBuilder<unknown> = sql`null::bigint`;

export function columnSql(column: FormColumn, at: number, call: ColumnCall): ColumnSql {
  const { needed } = call;
  switch (column.bind) {
    case 'field':
      return fieldColumn(column, call);
    case 'tag': {
      const number = call.tags.get(column.tag) ?? -1;
      return { value: sql`to_jsonb(s.tags @> array[${sql.lit(number)}::int])`, mark: sql`'c'`, fact: none };
    }
    case 'link':
      needed.looked.set(`link${at}`, linkSql(column.link));
      return known(sql.ref(`link${at}.value`), column.link === 'guardian' ? noGuardian(call.today) : sql`'g'`);
    case 'computed':
      return computedColumn(column.computed, call);
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

/** Nobody is missing as the guardian of an adult: most have none. */
function noGuardian(today: Day): RawBuilder<unknown> {
  return sql`case when s.born <= ${today}::date - interval '18 years' then 'n' else 'g' end`;
}

function ownerOf(column: Extract<FormColumn, { bind: 'field' }>, noun: SubjectNoun): Owner {
  if (column.of === 'self' || nounOf(column.of, noun) === noun) return 's';
  return column.of === 'home' ? 'h' : 'hh';
}

function fieldColumn(
  column: Extract<FormColumn, { bind: 'field' }>,
  { noun, today, except, needed }: ColumnCall,
): ColumnSql {
  const owner = ownerOf(column, noun);
  if (owner !== 's') needed.joins.add(owner);
  const o = sql.raw(owner);
  const code = sql.lit(column.field);
  const field = findRegisterField(nounOf(column.of, noun), column.field);
  const isRestricted = except.restricted.has(column.field);
  const restricted = restrictedSql(o, code);
  const lacking = emptyMark(column, { o, code, mayBeUnknown: except.unknown.has(column.field) });
  const empty = isRestricted ? sql`case when ${restricted} then 'r' else ${lacking} end` : lacking;
  if (field?.kind === 'secret') {
    wants(needed.secrets, owner, column.field);
    const known = sql`${sql.raw(`${owner}_sealed`)}.${sql.ref(column.field)}`;
    return { value: sql`null::jsonb`, mark: sql`case when ${known} then 'x' else ${empty} end`, fact: none };
  }
  wants(needed.facts, owner, column.field);
  const facts = sql.raw(`${owner}_fact`);
  if (field?.staleAfterDays !== undefined) wants(needed.dated, owner, column.field);
  const stale =
    field?.staleAfterDays === undefined
      ? sql`'f'`
      : sql`case when ${facts}.${sql.ref(`${column.field}_at`)} < ${startOfDay(addDays(today, -field.staleAfterDays))}::timestamptz then 's' else 'f' end`;
  const no = isRestricted ? sql`case when ${restricted} then null::jsonb else 'false'::jsonb end` : sql`'false'::jsonb`;
  const absent = column.whenEmpty === 'no' ? no : sql`null::jsonb`;
  return {
    value: sql`coalesce(${o}.fields -> ${code}, ${absent})`,
    mark: sql`case when ${o}.fields ? ${code} then ${stale} else ${empty} end`,
    fact: sql`${facts}.${sql.ref(column.field)}`,
  };
}

/** Its person wants it no more used: not asked, and not to be read as no. A set of few, looked up in memory. */
function restrictedSql(o: RawBuilder<unknown>, code: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${o}.id in (select subject_id from restricted_value where field = ${code}), false)`;
}

function emptyMark(
  { whenEmpty }: Extract<FormColumn, { bind: 'field' }>,
  { o, code, mayBeUnknown }: { o: RawBuilder<unknown>; code: RawBuilder<unknown>; mayBeUnknown: boolean },
): RawBuilder<unknown> {
  if (whenEmpty === 'blank') return sql`'n'`;
  if (whenEmpty === 'no') return sql`'o'`;
  const missing = mayBeUnknown
    ? sql`coalesce((select 'u' from form_question q where q.subject_id = ${o}.id and q.field = ${code} and q.state = 'unknown'), 'm')`
    : sql`'m'`;
  return sql`case when ${o}.id is null then 'g' else ${missing} end`;
}

function wants(map: Map<Owner, Set<string>>, owner: Owner, field: string): void {
  map.set(owner, (map.get(owner) ?? new Set()).add(field));
}

const known = (value: RawBuilder<unknown>, gap: RawBuilder<unknown> = sql`'g'`): ColumnSql => ({
  value: sql`to_jsonb(${value})`,
  mark: sql`case when ${value} is null then ${gap} else 'c' end`,
  fact: none,
});

function computedColumn(computed: string, { noun, today, except, needed }: ColumnCall): ColumnSql {
  switch (computed) {
    case 'serial':
      // The place in the list, which is made when the list is read.
      return { value: sql`null::jsonb`, mark: sql`'c'`, fact: none };
    case 'name':
      return known(sql`nullif(s.name, '')`);
    case 'kind':
      return known(sql`s.kind`);
    case 'age':
      return known(
        sql`extract(year from age(${today}::date, s.born))::int`,
        except.restricted.has('born')
          ? sql`case when ${restrictedSql(sql`s`, sql.lit('born'))} then 'r' else 'm' end`
          : sql`'m'`,
      );
    case 'address':
      needed.joins.add('place');
      return known(
        sql`coalesce(b.address || coalesce(d.room || case when d.room ~ '[0-9]$' then '室' else '' end, ''), ${noun === 'home' ? sql`s.name` : sql`null::text`})`,
      );
    case 'building':
      needed.joins.add('place');
      return known(sql`b.name`);
    case 'micro-grid':
      return areaName(sql`s.area4_id`);
    default:
      return areaName(sql`s.area3_id`);
  }
}

/** Looked up for each row: joined, the planner goes through all areas for each of what it takes for a few rows. */
function areaName(id: RawBuilder<unknown>): ColumnSql {
  return {
    value: sql`to_jsonb((select a.name from area a where a.id = ${id}))`,
    mark: sql`case when ${id} is null then 'g' else 'c' end`,
    fact: none,
  };
}

/** Names of who stands in a link to the row, in the order they came, or how many belong to the household. */
function linkSql(link: string): RawBuilder<unknown> {
  const from = (kind: string, to: RawBuilder<unknown>, more: RawBuilder<unknown> = sql``) =>
    sql`(select string_agg(p.name, '、' order by l.valid_from, p.name) from subject_link l join subject p on p.id = l.from_id
      where l.to_id = ${to} and l.kind = ${sql.lit(kind)} and l.valid_to is null ${more})`;
  const household = sql`case when s.noun = 'household' then s.id else s.household_id end`;
  const home = sql`case when s.noun = 'home' then s.id else s.home_id end`;
  switch (link) {
    case 'member-count':
      return sql`(select count(*)::int from subject p where p.household_id = ${household} and p.noun = 'person' and p.state = 'active')`;
    case 'head':
      // GB/T 4761: 01 oneself and 02 head of the household.
      return from('member', household, sql`and l.role in ('01', '02', 'head')`);
    case 'guardian':
      return from('guardian', sql`s.id`);
    case 'owner':
      return from('owner', home);
    case 'tenants':
      return from('tenant', home);
    case 'keeper':
      return from('runs', sql`s.id`);
    default:
      return from('responsible', sql`s.id`);
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
