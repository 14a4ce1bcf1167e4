import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { type Doing, journalChanges } from '../store/journal.ts';
import { secretContext } from '../store/secrets.ts';
import type { SubjectRow } from '../subject-row.ts';

const context = 'register.restricted';

interface HeldValue {
  field: string;
  value: unknown;
  source: string;
  basis: string;
  since: string;
  recordedAt: Date;
}

/** A value that is kept and not used. */
export interface RestrictedValue extends HeldValue {
  restrictedAt: Date;
}

/**
 * Ends the use of values the law wants kept: each is sealed, with what it was before, and taken out of the subject. No page, list, tag, form or export reads it
 * from then on, and no new one is taken. As the system, on a locked subject. Answers the fields.
 */
export async function restrictValues(
  db: Db,
  crypto: Crypto,
  call: {
    subject: Pick<SubjectRow, 'id' | 'path'>;
    fields: readonly string[];
    rightsId: string;
    doing: Doing;
  },
): Promise<string[]> {
  const { subject, doing } = call;
  const fields = [...call.fields];
  const { rows: facts } = await sql<HeldValue & { current: boolean }>`delete from fact
    where subject_id = ${subject.id} and field = any(${fields})
    returning field, value, source, basis, since, recorded_at as "recordedAt", superseded_at is null as current`.execute(
    db,
  );
  const { rows: secrets } = await sql<HeldValue & { sealed: Buffer }>`delete from subject_secret
    where subject_id = ${subject.id} and field = any(${fields})
    returning field, sealed, source, basis, since, recorded_at as "recordedAt"`.execute(db);
  const held: HeldValue[] = [
    ...facts.filter(({ current }) => current),
    ...secrets.map((secret) => ({ ...secret, value: crypto.decrypt(secret.sealed, secretContext(secret.field)) })),
  ];
  for (const one of held) {
    const before = facts.filter(({ field, current }) => field === one.field && !current);
    const sealed = crypto.encrypt(JSON.stringify({ value: one.value, before }), context);
    await sql`insert into restricted_value (subject_id, field, sealed, source, basis, since, recorded_at, restricted_at, request_id)
      values (${subject.id}, ${one.field}, ${sealed}, ${one.source}, ${one.basis}, ${one.since}, ${one.recordedAt}, ${doing.now},
        ${call.rightsId})`.execute(db);
  }
  const gone = held.map(({ field }) => field).sort();
  if (gone.length === 0) return gone;
  await sql`update subject set fields = fields - ${gone}::text[],
      born = case when 'born' = any(${gone}) then null else born end, revision = revision + 1, changed_at = ${doing.now}
    where id = ${subject.id}`.execute(db);
  await journalChanges(db, doing, [{ subjectId: subject.id, path: subject.path, fields: gone }]);
  return gone;
}

/** What is kept and not used of a subject, opened for its own person alone. As the system. */
export async function findRestricted(db: Db, crypto: Crypto, subjectId: string): Promise<RestrictedValue[]> {
  const { rows } = await sql<
    Omit<RestrictedValue, 'value'> & { sealed: Buffer }
  >`select field, sealed, source, basis, since,
      recorded_at as "recordedAt", restricted_at as "restrictedAt"
    from restricted_value where subject_id = ${subjectId} order by field`.execute(db);
  return rows.map(({ sealed, ...row }) => {
    const opened: { value: unknown } = JSON.parse(crypto.decrypt(sealed, context));
    return { ...row, value: opened.value };
  });
}

/** Refuses to enter what its person wanted no more used. As the system. */
export async function refuseRestricted(db: Db, subjectId: string, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return;
  const { rows } =
    await sql`select from restricted_value where subject_id = ${subjectId} and field = any(${[...fields]})
    limit 1`.execute(db);
  if (rows.length > 0) refuse('field-restricted');
}
