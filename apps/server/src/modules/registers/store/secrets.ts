import { findRegisterField, type LegalBasis, type SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { FactSource } from './facts.ts';

export interface NewSecret {
  subjectId: string;
  noun: SubjectNoun;
  field: string;
  /** Kind of document of an identity number (`identityDocumentKinds`); empty otherwise. */
  kind: string;
  /** Normalised, as `checkIdentityDocument` and `checkFieldValue` answer it. */
  value: string;
  /** What the same person's paper keeps when it is issued again, where that is less than the whole number. */
  lookupValue?: string;
  source: FactSource;
  basis?: LegalBasis;
  since: string;
  recordedBy: string | null;
}

const phoneFields = new Set(['phone', 'emergencyPhone', 'ownerPhone', 'keeperPhone']);

/** The key context of a sealed field. Telephones share one: whose number it is may be asked whatever field it stands in. */
export function secretContext(field: string): string {
  return `register.${phoneFields.has(field) ? 'phone' : field}`;
}

export function secretHash(crypto: Crypto, field: string, lookupValue: string): Buffer {
  return crypto.lookupHash(lookupValue, secretContext(field));
}

/**
 * Seals and stores identity numbers, telephones and other sealed fields, any number with one statement. Throws for a field that is not a
 * sealed one of the whitelist. Answers the subjects and fields that changed; the same value again changes nothing. As the system.
 */
export async function writeSecrets(
  db: Db,
  crypto: Crypto,
  rows: readonly NewSecret[],
  call: { now: Date },
): Promise<{ subjectId: string; field: string }[]> {
  if (rows.length === 0) return [];
  const sealed = rows.map((row) => {
    const field = findRegisterField(row.noun, row.field);
    if (field?.kind !== 'secret') throw new Error(`${row.noun}.${row.field} is no sealed field of the register`);
    const { subjectId, kind, source, since, recordedBy } = row;
    return {
      subjectId,
      field: row.field,
      kind,
      source,
      since,
      recordedBy,
      basis: row.basis ?? field.basis,
      sealed: crypto.encrypt(row.value, secretContext(row.field)).toString('hex'),
      hash: secretHash(crypto, row.field, row.lookupValue ?? row.value).toString('hex'),
    };
  });
  const { rows: changed } = await sql<{ subjectId: string; field: string }>`insert into subject_secret
      (subject_id, field, kind, sealed, hash, source, basis, since, recorded_at, recorded_by)
    select s."subjectId", s.field, s.kind, decode(s.sealed, 'hex'), decode(s.hash, 'hex'), s.source, s.basis, s.since, ${call.now}, s."recordedBy"
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as s("subjectId" uuid, field text, kind text, sealed text, hash text,
      source text, basis text, since date, "recordedBy" uuid)
    where not exists (select from restricted_value r where r.subject_id = s."subjectId" and r.field = s.field)
    on conflict (subject_id, field) do update set kind = excluded.kind, sealed = excluded.sealed, hash = excluded.hash,
      source = excluded.source, basis = excluded.basis, since = excluded.since, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by
    where subject_secret.hash <> excluded.hash or subject_secret.kind <> excluded.kind
    returning subject_id as "subjectId", field`.execute(db);
  return changed;
}

/** Subjects that hold one of these values (as `lookupValue`) in a field: answers value → subject ids. As the system. */
export async function findBySecret(
  db: Db,
  crypto: Crypto,
  call: { siteId: string; field: string; values: readonly string[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byHash = new Map(call.values.map((value) => [secretHash(crypto, call.field, value).toString('hex'), value]));
  if (byHash.size === 0) return new Map();
  // Each value by the index apart: of a table it has no figures of yet, PostgreSQL may otherwise read all for each (measured on a first import: 13 s instead of 0.1 s for 2,500
  // numbers among 10,000 people).
  const { rows } = await sql<{ hash: string; id: string }>`select w.hash, s.id
    from jsonb_array_elements_text(${JSON.stringify([...byHash.keys()])}::jsonb) as w(hash)
    cross join lateral (select e.subject_id from subject_secret e
      where e.hash = decode(w.hash, 'hex') and e.field = ${call.field} offset 0) e
    cross join lateral (select subject.id from subject
      where subject.id = e.subject_id and subject.site_id = ${call.siteId} and subject.state <> 'merged' offset 0) s
    order by s.id`.execute(db);
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const value = byHash.get(row.hash);
    if (value !== undefined) found.set(value, [...(found.get(value) ?? []), row.id]);
  }
  return found;
}

/** Takes sealed values away. As the system. */
export async function removeSecrets(
  db: Db,
  rows: readonly { subjectId: string; field: string }[],
): Promise<{ subjectId: string; field: string }[]> {
  if (rows.length === 0) return [];
  const { rows: gone } = await sql<{ subjectId: string; field: string }>`delete from subject_secret
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g("subjectId" uuid, field text)
    where subject_secret.subject_id = g."subjectId" and subject_secret.field = g.field
    returning subject_secret.subject_id as "subjectId", subject_secret.field`.execute(db);
  return gone;
}
