import { checkFieldValue, findRegisterField, type LegalBasis, type SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

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
  const { rows: changed } = await sql<ChangedSubject>`with
    wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as w("subjectId" uuid, noun text, field text, value jsonb,
        source text, "sourceId" uuid, basis text, since date, "recordedBy" uuid)),
    held as materialized (
      select id, noun, path from subject where id in (select "subjectId" from wanted) order by id for no key update),
    old as materialized (
      select fact.id, fact.subject_id, fact.field, fact.value from wanted
      join fact on fact.subject_id = wanted."subjectId" and fact.field = wanted.field and fact.superseded_at is null),
    news as materialized (
      select wanted.*, old.id as old_id from wanted
      join held on held.id = wanted."subjectId" and held.noun = wanted.noun
        and not exists (select from restricted_value r where r.subject_id = wanted."subjectId" and r.field = wanted.field)
      left join old on old.subject_id = wanted."subjectId" and old.field = wanted.field
      where coalesce(old.value, 'null'::jsonb) is distinct from coalesce(wanted.value, 'null'::jsonb)),
    confirmed as (
      update fact set confirmed_at = ${call.now} from old
      join wanted on wanted."subjectId" = old.subject_id and wanted.field = old.field and wanted.value = old.value
      where fact.id = old.id and ${confirms}
        and (fact.confirmed_at is null or fact.confirmed_at < ${call.now}::timestamptz - interval '1 hour')),
    superseded as (
      update fact set superseded_at = ${call.now} where id in (select old_id from news) returning id),
    added as (
      insert into fact (subject_id, field, value, source, source_id, basis, since, recorded_at, recorded_by)
      select "subjectId", field, value, source, "sourceId", basis, since, ${call.now}, "recordedBy" from news
      where coalesce(value, 'null'::jsonb) <> 'null'::jsonb and (select count(*) from superseded) >= 0
      returning subject_id),
    folded as (
      select "subjectId" as id, array_agg(field order by field) as fields,
        coalesce(jsonb_object_agg(field, value) filter (where coalesce(value, 'null'::jsonb) <> 'null'::jsonb), '{}') as put,
        bool_or(noun = 'person' and field = 'born') as is_born
      from news group by "subjectId"),
    written as (
      update subject set fields = (subject.fields - folded.fields) || folded.put,
        born = case when folded.is_born then (folded.put ->> 'born')::date else subject.born end,
        revision = revision + 1, changed_at = ${call.now}
      from folded where subject.id = folded.id
      returning subject.id, subject.path)
    select folded.id as "subjectId", written.path::text as path, folded.fields from folded join written on written.id = folded.id
    where (select count(*) from added) >= 0`.execute(db);
  return changed;
}
