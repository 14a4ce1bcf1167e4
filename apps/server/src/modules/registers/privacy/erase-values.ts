import { findRegisterField, type LegalBasis } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { dropCorrections } from '../fields/corrections-store.ts';
import { type Doing, journalChanges } from '../store/journal.ts';
import type { SubjectRow } from '../subject-row.ts';
import { type DeletedRow, proveDeletions } from './deletion-proofs.ts';
import { findMergedInto } from './merged-into.ts';

interface Erasing {
  subject: Pick<SubjectRow, 'id' | 'siteId' | 'noun' | 'path'>;
  fields: readonly string[];
  bases: readonly LegalBasis[];
  rule: string;
  rightsId: string | null;
  doing: Doing;
}

/**
 * Deletes values of these fields that are held on one of these bases, old ones too, with proof, also of the entries merged into the subject;
 * what stands on another basis stays, what is out of use goes too. As the system, on a locked subject. Answers the codes of the fields that have no value any more.
 */
export async function eraseValues(db: Db, call: Erasing): Promise<string[]> {
  const gone = new Set(await eraseOne(db, call));
  for (const subject of await findMergedInto(db, call.subject.id))
    for (const field of await eraseOne(db, { ...call, subject })) gone.add(field);
  return [...gone].sort();
}

async function eraseOne(db: Db, call: Erasing): Promise<string[]> {
  const { subject, doing } = call;
  const [fields, bases] = [[...call.fields], [...call.bases]];
  const facts = await sql<{
    id: string;
    field: string;
    current: boolean;
  }>`delete from fact where subject_id = ${subject.id} and field = any(${fields}) and basis = any(${bases})
    returning id::text as id, field, superseded_at is null as current`.execute(db);
  const secrets = await sql<{
    field: string;
  }>`delete from subject_secret where subject_id = ${subject.id} and field = any(${fields}) and basis = any(${bases})
    returning field`.execute(db);
  // Out of use is not gone: lifted later it would stand on an agreement that is no more.
  const restricted = await sql<{ field: string }>`delete from restricted_value
    where subject_id = ${subject.id} and field = any(${fields}) and basis = any(${bases}) returning field`.execute(db);
  const emptied = facts.rows.filter(({ current }) => current).map(({ field }) => field);
  if (emptied.length > 0)
    await sql`update subject set fields = fields - ${emptied}::text[], born = case when 'born' = any(${emptied}) then null else born end,
        revision = revision + 1, changed_at = ${doing.now}
      where id = ${subject.id}`.execute(db);
  const gone = [...emptied, ...[...secrets.rows, ...restricted.rows].map(({ field }) => field)].sort();
  // What was asked about a field of which nothing is left says what the value was or should be.
  const touched = [...new Set([...facts.rows, ...secrets.rows].map(({ field }) => field))];
  const left = await findHeldFields(db, subject.id);
  const asked = await dropCorrections(
    db,
    subject.id,
    touched.filter((field) => !left.has(field)),
  );
  const groupOf = (field: string) => findRegisterField(subject.noun, field)?.retention ?? '';
  const deleted = [
    ...facts.rows.map(
      ({ id, field }): DeletedRow => ({ siteId: subject.siteId, kind: 'fact', group: groupOf(field), id }),
    ),
    ...secrets.rows.map(
      ({ field }): DeletedRow => ({
        siteId: subject.siteId,
        kind: 'secret',
        group: groupOf(field),
        id: `${subject.id}.${field}`,
      }),
    ),
    ...restricted.rows.map(
      ({ field }): DeletedRow => ({
        siteId: subject.siteId,
        kind: 'restricted',
        group: groupOf(field),
        id: `${subject.id}.${field}`,
      }),
    ),
    ...asked.map(
      ({ id, field }): DeletedRow => ({ siteId: subject.siteId, kind: 'correction', group: groupOf(field), id }),
    ),
  ];
  await proveDeletions(
    db,
    deleted.map((row) => ({ ...row, rule: call.rule })),
    { now: doing.now, requestId: call.rightsId },
  );
  if (gone.length > 0) await journalChanges(db, doing, [{ subjectId: subject.id, path: subject.path, fields: gone }]);
  return gone;
}

async function findHeldFields(db: Db, subjectId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ field: string }>`select field from fact where subject_id = ${subjectId}
    union select field from subject_secret where subject_id = ${subjectId}`.execute(db);
  return new Set(rows.map(({ field }) => field));
}

/** The basis each value in force or out of use is held on, by field code. As the system. */
export async function findBases(db: Db, subjectId: string): Promise<Record<string, LegalBasis>> {
  const { rows } = await sql<{ field: string; basis: LegalBasis }>`select field, basis from fact
    where subject_id = ${subjectId} and superseded_at is null
    union all select field, basis from subject_secret where subject_id = ${subjectId}
    union all select field, basis from restricted_value where subject_id = ${subjectId}`.execute(db);
  return Object.fromEntries(rows.map(({ field, basis }) => [field, basis]));
}
