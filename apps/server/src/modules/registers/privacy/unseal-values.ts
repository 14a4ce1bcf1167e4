import { dayOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { type Doing, journalChanges } from '../store/journal.ts';
import { secretContext, secretHash } from '../store/secrets.ts';
import type { SubjectRow } from '../subject-row.ts';
import { lookupValueOf, restrictedContext, type SealedValue } from './restrict-values.ts';

/**
 * Puts values back that were sealed only because of a merge, when it is undone: rows and the fold as they were, secrets sealed anew with the
 * keys of today. As the system, on a locked subject. Answers the fields.
 */
export async function unsealValues(
  db: Db,
  crypto: Crypto,
  call: { subject: Pick<SubjectRow, 'id' | 'path'>; fields: readonly string[]; doing: Doing },
): Promise<string[]> {
  const { subject, doing } = call;
  if (call.fields.length === 0) return [];
  const { rows } = await sql<{ field: string; sealed: Buffer }>`delete from restricted_value
    where subject_id = ${subject.id} and field = any(${[...call.fields]}) returning field, sealed`.execute(db);
  const opened = rows.map(({ sealed }): SealedValue => JSON.parse(crypto.decrypt(sealed, restrictedContext)));
  const today = dayOf(doing.now);
  const facts = opened.flatMap((one) => one.rows?.facts ?? []);
  const secrets = opened.flatMap(({ value, rows: kept }) => {
    if (!kept?.secret || typeof value !== 'string') return [];
    const { field, kind } = kept.secret;
    const sealed = crypto.encrypt(value, secretContext(field)).toString('hex');
    return [
      { ...kept.secret, sealed, hash: secretHash(crypto, field, lookupValueOf(kind, value, today)).toString('hex') },
    ];
  });
  await sql`insert into fact (subject_id, field, value, source, source_id, basis, since, recorded_at, recorded_by, confirmed_at, superseded_at)
    select ${subject.id}, field, value, source, "sourceId", basis, since, "recordedAt", "recordedBy", "confirmedAt", "supersededAt"
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f(field text, value jsonb, source text, "sourceId" uuid, basis text,
      since date, "recordedAt" timestamptz, "recordedBy" uuid, "confirmedAt" timestamptz, "supersededAt" timestamptz)
    on conflict do nothing`.execute(db);
  await sql`insert into subject_secret (subject_id, field, kind, sealed, hash, source, basis, since, recorded_at, recorded_by)
    select ${subject.id}, field, kind, decode(sealed, 'hex'), decode(hash, 'hex'), source, basis, since, "recordedAt", "recordedBy"
    from jsonb_to_recordset(${JSON.stringify(secrets)}::jsonb) as s(field text, kind text, sealed text, hash text, source text, basis text,
      since date, "recordedAt" timestamptz, "recordedBy" uuid)
    on conflict do nothing`.execute(db);
  const back = rows.map(({ field }) => field).sort();
  await sql`update subject set fields = subject.fields || again.put, born = coalesce((again.put ->> 'born')::date, subject.born),
      revision = revision + 1, changed_at = ${doing.now}
    from (select coalesce(jsonb_object_agg(field, value), '{}') as put from fact
      where subject_id = ${subject.id} and superseded_at is null and field = any(${back})) again
    where subject.id = ${subject.id}`.execute(db);
  if (back.length > 0) await journalChanges(db, doing, [{ subjectId: subject.id, path: subject.path, fields: back }]);
  return back;
}
