import { checkFieldValue, findRegisterField, type LegalBasis, type SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, readBoth } from '../../../platform/db/database.ts';

/** Where a value comes from: `office`, `field`, `visit`, `import`, `form`, `person`, `derived`, `department:<owner>`. */
export type FactSource =
  | 'office'
  | 'field'
  | 'visit'
  | 'import'
  | 'form'
  | 'person'
  | 'derived'
  | `department:${string}`;

export interface NewFact {
  subjectId: string;
  noun: SubjectNoun;
  field: string;
  /** None: the value is no longer known to be true; what there was is superseded. */
  value: string | number | boolean | null;
  source: FactSource;
  /** The visit, import run, return or case it came from. */
  sourceId: string | null;
  /** The field's own when not said. */
  basis?: LegalBasis;
  since: string;
  recordedBy: string | null;
}

/** What may not be stored, by its place in the list: not of the whitelist, sealed, or not a value of the field. */
export type FactProblem = { at: number; field: string; problem: string };

/** Everything the whitelist holds against these facts, all at once. */
export function findFactProblems(rows: readonly NewFact[]): FactProblem[] {
  return rows.flatMap((row, at) => {
    const field = findRegisterField(row.noun, row.field);
    if (!field) return [{ at, field: row.field, problem: 'unknown' }];
    if (field.kind === 'secret') return [{ at, field: row.field, problem: 'sealed' }];
    if (row.value === null) return [];
    const checked = checkFieldValue(field, row.value);
    return checked.ok ? [] : [{ at, field: row.field, problem: checked.problem }];
  });
}

/** Subjects whose values changed, with the codes of the fields. */
export type ChangedSubject = { subjectId: string; path: string; fields: string[] };

/**
 * The one door values go through: checks them against the whitelist (throws at the first that does not belong), supersedes what was in force,
 * and folds the new ones into `subject.fields` and `born`. One statement for thousands of rows, a field of a subject at most once.
 * The same value again changes nothing but the day it was confirmed (`sameValues: 'leave'`: not even that). As the system.
 */
export async function writeFacts(
  db: Db,
  rows: readonly NewFact[],
  call: { now: Date; sameValues?: 'confirm' | 'leave' },
): Promise<ChangedSubject[]> {
  if (rows.length === 0) return [];
  const problem = findFactProblems(rows)[0];
  if (problem) throw new Error(`the register takes no ${problem.field}: ${problem.problem}`);
  const facts = rows.map((row) => ({ ...row, basis: row.basis ?? findRegisterField(row.noun, row.field)?.basis }));
  const confirms = call.sameValues !== 'leave';
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
  // Locked by a statement of its own: the one that compares must see what whoever held them before wrote.
  const locked = sql`select count(*) from (select id from subject where id = any(${ids}::uuid[]) order by id for no key update) held`;
  // Nothing is joined with a part of the statement itself: PostgreSQL takes such a part for one row and goes through it for each of thousands.
  const written = sql<ChangedSubject>`with
    wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as w("subjectId" uuid, noun text, field text, value jsonb,
        source text, "sourceId" uuid, basis text, since date, "recordedBy" uuid)),
    compared as materialized (
      select wanted.*, fact.id as old_id,
        coalesce(fact.value, 'null'::jsonb) is distinct from coalesce(wanted.value, 'null'::jsonb) as is_new
      from wanted join subject on subject.id = wanted."subjectId" and subject.noun = wanted.noun
      left join fact on fact.subject_id = wanted."subjectId" and fact.field = wanted.field and fact.superseded_at is null
      where not exists (select from restricted_value r where r.subject_id = wanted."subjectId" and r.field = wanted.field)),
    confirmed as (
      update fact set confirmed_at = ${call.now} from compared
      where fact.id = compared.old_id and not compared.is_new and ${confirms}
        and (fact.confirmed_at is null or fact.confirmed_at < ${call.now}::timestamptz - interval '1 hour')),
    superseded as (
      update fact set superseded_at = ${call.now} from compared where fact.id = compared.old_id and compared.is_new returning fact.id),
    added as (
      insert into fact (subject_id, field, value, source, source_id, basis, since, recorded_at, recorded_by)
      select "subjectId", field, value, source, "sourceId", basis, since, ${call.now}, "recordedBy" from compared
      where is_new and coalesce(value, 'null'::jsonb) <> 'null'::jsonb and (select count(*) from superseded) >= 0
      returning subject_id),
    folded as (
      select "subjectId" as id, array_agg(field order by field) as fields,
        coalesce(jsonb_object_agg(field, value) filter (where coalesce(value, 'null'::jsonb) <> 'null'::jsonb), '{}') as put,
        bool_or(noun = 'person' and field = 'born') as is_born
      from compared where is_new group by "subjectId"),
    written as (
      update subject set fields = (subject.fields - folded.fields) || folded.put,
        born = case when folded.is_born then (folded.put ->> 'born')::date else subject.born end,
        revision = revision + 1, changed_at = ${call.now}
      from folded where subject.id = folded.id
      returning subject.id as "subjectId", subject.path::text as path, folded.fields)
    select written.* from written where (select count(*) from added) >= 0`;
  const [, changed] = await readBoth(db, locked, written);
  return changed;
}
