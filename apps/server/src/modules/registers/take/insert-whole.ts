import { findRegisterField } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { findFactProblems, type NewFact } from '../store/facts.ts';
import type { NewSubject } from '../store/subjects.ts';

/**
 * Subjects nobody knows yet, with all that is said of them: their row is written once, values folded in, where `insertSubjects` and
 * `writeFacts` would write it twice with all its indexes. Throws for a value that does not belong. As the system.
 */
export async function insertWhole(
  db: Db,
  subjects: readonly NewSubject[],
  facts: readonly NewFact[],
  now: Date,
): Promise<void> {
  if (subjects.length === 0) return;
  const problem = findFactProblems(facts)[0];
  if (problem) throw new Error(`the register takes no ${problem.field}: ${problem.problem}`);
  const fields = new Map<string, Record<string, unknown>>();
  for (const { subjectId, field, value } of facts) fields.set(subjectId, { ...fields.get(subjectId), [field]: value });
  const whole = subjects.map((subject) => {
    const said = fields.get(subject.id) ?? {};
    return { ...subject, fields: said, born: subject.noun === 'person' ? (said.born ?? null) : null };
  });
  await sql`insert into subject (id, site_id, noun, kind, name, path, area2_id, area3_id, area4_id, building_id, home_id, household_id,
      lng, lat, born, fields, since, created_at, changed_at)
    select s.id, s."siteId", s.noun, s.kind, s.name, s.path::ltree, s."area2Id", s."area3Id", s."area4Id", s."buildingId", s."homeId",
      s."householdId", s.lng, s.lat, s.born, s.fields, s.since, s."createdAt", s."createdAt"
    from jsonb_to_recordset(${JSON.stringify(whole)}::jsonb) as s(id uuid, "siteId" uuid, noun text, kind text, name text, path text,
      "area2Id" uuid, "area3Id" uuid, "area4Id" uuid, "buildingId" uuid, "homeId" uuid, "householdId" uuid, lng double precision,
      lat double precision, born date, fields jsonb, since date, "createdAt" timestamptz)`.execute(db);
  const rows = facts.map((fact) => ({ ...fact, basis: fact.basis ?? findRegisterField(fact.noun, fact.field)?.basis }));
  await sql`insert into fact (subject_id, field, value, source, source_id, basis, since, recorded_at, recorded_by)
    select f."subjectId", f.field, f.value, f.source, f."sourceId", f.basis, f.since, ${now}, f."recordedBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f("subjectId" uuid, field text, value jsonb, source text, "sourceId" uuid,
      basis text, since date, "recordedBy" uuid)`.execute(db);
}

/** The list says what is known: it counts as true from now on. As the system. */
export async function confirmFacts(
  db: Db,
  said: readonly { subjectId: string; field: string }[],
  now: Date,
): Promise<void> {
  if (said.length === 0) return;
  await sql`update fact set confirmed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as s("subjectId" uuid, field text)
    where fact.subject_id = s."subjectId" and fact.field = s.field and fact.superseded_at is null
      and coalesce(fact.confirmed_at, fact.recorded_at) < ${now}::timestamptz - interval '1 hour'`.execute(db);
}
