import { findRegisterField, type LegalBasis } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { type Doing, journalChanges } from '../store/journal.ts';
import type { SubjectRow } from '../subject-row.ts';
import { type DeletedRow, proveDeletions } from './deletion-proofs.ts';

/**
 * Deletes values of these fields that are held on one of these bases, old ones too, with proof; what stands on another basis stays. As the
 * system, on a locked subject. Answers the codes of the fields that have no value any more.
 */
export async function eraseValues(
  db: Db,
  call: {
    subject: Pick<SubjectRow, 'id' | 'siteId' | 'noun' | 'path'>;
    fields: readonly string[];
    bases: readonly LegalBasis[];
    rule: string;
    rightsId: string | null;
    doing: Doing;
  },
): Promise<string[]> {
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
  const emptied = facts.rows.filter(({ current }) => current).map(({ field }) => field);
  if (emptied.length > 0)
    await sql`update subject set fields = fields - ${emptied}::text[], revision = revision + 1, changed_at = ${doing.now}
      where id = ${subject.id}`.execute(db);
  const gone = [...emptied, ...secrets.rows.map(({ field }) => field)].sort();
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
  ];
  await proveDeletions(
    db,
    deleted.map((row) => ({ ...row, rule: call.rule })),
    { now: doing.now, requestId: call.rightsId },
  );
  if (gone.length > 0) await journalChanges(db, doing, [{ subjectId: subject.id, path: subject.path, fields: gone }]);
  return gone;
}

/** The basis each value in force is held on, by field code. As the system. */
export async function findBases(db: Db, subjectId: string): Promise<Record<string, LegalBasis>> {
  const { rows } = await sql<{ field: string; basis: LegalBasis }>`select field, basis from fact
    where subject_id = ${subjectId} and superseded_at is null
    union all select field, basis from subject_secret where subject_id = ${subjectId}`.execute(db);
  return Object.fromEntries(rows.map(({ field, basis }) => [field, basis]));
}
