import { dayOf, findRegisterField, type LegalBasis } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { type FactSource, type NewFact, writeFacts } from '../store/facts.ts';
import { type Doing, journalChanges, journalSubjects } from '../store/journal.ts';
import { type NewSecret, writeSecrets } from '../store/secrets.ts';
import type { SubjectRow } from '../subject-row.ts';
import { isScalar } from '../subject-view.ts';
import { findMergedInto } from './merged-into.ts';
import { type KeptFact, lookupValueOf, restrictedContext, type SealedValue } from './restrict-values.ts';

interface TakenRow {
  field: string;
  sealed: Buffer;
  source: FactSource;
  basis: LegalBasis;
  since: string;
  recordedAt: Date;
}

type Opened = TakenRow & SealedValue;
type Owner = Pick<SubjectRow, 'id' | 'noun' | 'path'>;

interface Lifting {
  subject: Owner;
  fields: readonly string[];
  /** Only what this request took out of use. */
  restrictedBy?: string;
  rightsId: string;
  doing: Doing;
}

/**
 * Brings values back into use as they were: source, ground, since when, when recorded, and what they had replaced; also in the entries that
 * were merged into the subject. As the system, on a locked subject. Answers the fields; those that are not restricted are passed over.
 */
export async function liftRestriction(db: Db, crypto: Crypto, call: Lifting): Promise<string[]> {
  const { doing } = call;
  const back = new Set<string>();
  for (const subject of [call.subject, ...(await findMergedInto(db, call.subject.id))]) {
    const fields = await liftOne(db, crypto, { ...call, subject });
    if (fields.length > 0) await journalChanges(db, doing, [{ subjectId: subject.id, path: subject.path, fields }]);
    for (const field of fields) back.add(field);
  }
  const fields = [...back].sort();
  const { id, path } = call.subject;
  if (fields.length > 0)
    await journalSubjects(db, doing, 'restriction.lifted', [{ id, path, data: { fields, rightsId: call.rightsId } }]);
  return fields;
}

async function liftOne(db: Db, crypto: Crypto, call: Lifting): Promise<string[]> {
  const { subject, doing } = call;
  const { rows } = await sql<TakenRow>`delete from restricted_value
    where subject_id = ${subject.id} and field = any(${[...call.fields]})
      and request_id is not distinct from coalesce(${call.restrictedBy ?? null}::uuid, request_id)
    returning field, sealed, source, basis, since, recorded_at as "recordedAt"`.execute(db);
  const opened = rows.map((row): Opened => {
    const sealed: SealedValue = JSON.parse(crypto.decrypt(row.sealed, restrictedContext));
    return { ...row, ...sealed };
  });
  const isSecret = (field: string) => findRegisterField(subject.noun, field)?.kind === 'secret';
  await writeFacts(
    db,
    opened.flatMap((one) => (isSecret(one.field) ? [] : factOf(subject, one))),
    { now: doing.now },
  );
  // Sealed anew from the text: the keys may have changed since.
  await writeSecrets(
    db,
    crypto,
    opened.flatMap((one) => (isSecret(one.field) ? secretOf(subject, one, doing) : [])),
    { now: doing.now },
  );
  for (const one of opened) await makeAsOldAsBefore(db, subject, one);
  return opened.map(({ field }) => field).sort();
}

function currentOf(one: Opened): KeptFact | undefined {
  return one.rows?.facts.find(({ supersededAt }) => supersededAt === null);
}

function factOf(subject: Owner, one: Opened): NewFact[] {
  const { field, value, source, basis, since } = one;
  if (!isScalar(value)) return [];
  const { sourceId = null, recordedBy = null } = currentOf(one) ?? {};
  return [{ subjectId: subject.id, noun: subject.noun, field, value, source, sourceId, basis, since, recordedBy }];
}

function secretOf(subject: Owner, one: Opened, doing: Doing): NewSecret[] {
  const { field, value, source, basis, since } = one;
  if (typeof value !== 'string') return [];
  const kind = one.kind ?? (field === 'idNumber' ? 'resident-id' : '');
  return [
    {
      subjectId: subject.id,
      noun: subject.noun,
      field,
      kind,
      value,
      lookupValue: lookupValueOf(kind, value, dayOf(doing.now)),
      source,
      basis,
      since,
      recordedBy: one.rows?.secret?.recordedBy ?? null,
    },
  ];
}

/** Nobody asked again: a value comes back as old as it was, with what it had replaced. */
async function makeAsOldAsBefore(db: Db, subject: Owner, one: Opened): Promise<void> {
  const { field } = one;
  await sql`update fact set recorded_at = ${one.recordedAt}, confirmed_at = ${currentOf(one)?.confirmedAt ?? null}::timestamptz
    where subject_id = ${subject.id} and field = ${field} and superseded_at is null`.execute(db);
  await sql`update subject_secret set recorded_at = ${one.recordedAt} where subject_id = ${subject.id} and field = ${field}`.execute(
    db,
  );
  const older = [...(one.before ?? [])].sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
  const kept = one.rows?.facts.filter(({ supersededAt }) => supersededAt !== null) ?? [];
  for (const [n, { value, source, basis, since, recordedAt }] of older.entries()) {
    const same = kept.find((row) => row.recordedAt === recordedAt);
    // Rows sealed before their end was kept: each held until the next was recorded.
    const until = same?.supersededAt ?? older[n + 1]?.recordedAt ?? one.recordedAt;
    await sql`insert into fact (subject_id, field, value, source, source_id, basis, since, recorded_at, recorded_by, confirmed_at, superseded_at)
      values (${subject.id}, ${field}, ${JSON.stringify(value)}::jsonb, ${source}, ${same?.sourceId ?? null}, ${basis}, ${since},
        ${recordedAt}, ${same?.recordedBy ?? null}, ${same?.confirmedAt ?? null}, ${until})`.execute(db);
  }
}
