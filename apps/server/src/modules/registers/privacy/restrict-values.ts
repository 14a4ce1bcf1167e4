import { checkIdentityDocument, identityDocumentKinds } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { dropCorrections } from '../fields/corrections-store.ts';
import { type Doing, journalChanges } from '../store/journal.ts';
import { secretContext } from '../store/secrets.ts';
import type { SubjectRow } from '../subject-row.ts';
import { findMergedInto } from './merged-into.ts';

export const restrictedContext = 'register.restricted';

/** What stands sealed in a row: the value, the kind of document where it is a number of one, and what it had replaced. */
export interface SealedValue {
  value: unknown;
  /** Missing in rows from before it was kept. */
  kind?: string;
  before?: readonly { value: unknown; source: string; basis: string; since: string; recordedAt: string }[];
  /** The rows as they were, for a merge that is undone. Missing in rows from before it was kept. */
  rows?: { facts: readonly KeptFact[]; secret: KeptSecret | null };
}

/** A row of `fact`, instants as the database writes them. */
export interface KeptFact {
  field: string;
  value: unknown;
  source: string;
  sourceId: string | null;
  basis: string;
  since: string;
  recordedAt: string;
  recordedBy: string | null;
  confirmedAt: string | null;
  supersededAt: string | null;
}

/** A row of `subject_secret` without its bytes: those are made again from the value, for the keys may have changed since. */
export interface KeptSecret {
  field: string;
  kind: string;
  source: string;
  basis: string;
  since: string;
  recordedAt: string;
  recordedBy: string | null;
}

/** What a value that comes back is looked up by, as when it was entered. */
export function lookupValueOf(kind: string, value: string, today: string): string {
  const document = identityDocumentKinds.find((known) => known === kind);
  const read = document === undefined ? null : checkIdentityDocument(document, value, { today });
  return read?.ok ? read.lookupValue : value;
}

/** A value that is kept and not used. */
export interface RestrictedValue {
  field: string;
  value: unknown;
  source: string;
  basis: string;
  since: string;
  recordedAt: Date;
  restrictedAt: Date;
}

interface Restricting {
  subject: Pick<SubjectRow, 'id' | 'path'>;
  fields: readonly string[];
  /** The request it was asked by; none where the one it is merged with had none either. */
  rightsId: string | null;
  doing: Doing;
}

/**
 * Ends the use of values the law wants kept: each is sealed, with what it was before, and taken out of the subject and of the entries that
 * were merged into it; what was asked about it goes too. No page, list, tag, form or export reads it from then on, and no new one is taken.
 * As the system, on a locked subject. Answers the fields.
 */
export async function restrictValues(db: Db, crypto: Crypto, call: Restricting): Promise<string[]> {
  const gone = new Set<string>();
  for (const subject of [call.subject, ...(await findMergedInto(db, call.subject.id))]) {
    const sealed = await sealValues(db, crypto, { ...call, subject });
    await dropCorrections(db, subject.id, sealed);
    for (const field of sealed) gone.add(field);
  }
  return [...gone].sort();
}

/** Seals values of one entry alone and takes them out of it. As the system, on a locked subject. Answers the fields. */
export async function sealValues(db: Db, crypto: Crypto, call: Restricting): Promise<string[]> {
  const { subject, doing } = call;
  const fields = [...call.fields];
  if (fields.length === 0) return [];
  const { rows: facts } = await sql<KeptFact>`delete from fact
    where subject_id = ${subject.id} and field = any(${fields})
    returning field, value, source, source_id as "sourceId", basis, since, to_jsonb(recorded_at) #>> '{}' as "recordedAt",
      recorded_by as "recordedBy", to_jsonb(confirmed_at) #>> '{}' as "confirmedAt", to_jsonb(superseded_at) #>> '{}' as "supersededAt"`.execute(
    db,
  );
  const { rows: secrets } = await sql<KeptSecret & { bytes: Buffer }>`delete from subject_secret
    where subject_id = ${subject.id} and field = any(${fields})
    returning field, kind, sealed as bytes, source, basis, since,
      to_jsonb(recorded_at) #>> '{}' as "recordedAt", recorded_by as "recordedBy"`.execute(db);
  const of = (code: string) => facts.filter(({ field }) => field === code);
  const held = [
    ...facts
      .filter(({ supersededAt }) => supersededAt === null)
      .map((fact) => ({ ...fact, kind: '', secret: null as KeptSecret | null })),
    ...secrets.map(({ bytes, ...secret }) => ({
      ...secret,
      value: crypto.decrypt(bytes, secretContext(secret.field)),
      secret,
    })),
  ];
  for (const { field, value, kind, source, basis, since, recordedAt, secret } of held) {
    const before = of(field).filter(({ supersededAt }) => supersededAt !== null);
    const kept: SealedValue = { value, ...(kind === '' ? {} : { kind }), before, rows: { facts: of(field), secret } };
    await sql`insert into restricted_value (subject_id, field, sealed, source, basis, since, recorded_at, restricted_at, request_id)
      values (${subject.id}, ${field}, ${crypto.encrypt(JSON.stringify(kept), restrictedContext)}, ${source}, ${basis}, ${since},
        ${recordedAt}::timestamptz, ${doing.now}, ${call.rightsId})`.execute(db);
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
    const opened: { value: unknown } = JSON.parse(crypto.decrypt(sealed, restrictedContext));
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

/** Codes of the fields a request took out of use and that still are. As the system. */
export async function findRestrictedFields(db: Db, rightsId: string): Promise<string[]> {
  const { rows } = await sql<{ field: string }>`select field from restricted_value where request_id = ${rightsId}
    order by field`.execute(db);
  return rows.map(({ field }) => field);
}
