import type { SubjectField } from '@linli/contract';
import {
  dayOf,
  daysStale,
  type FieldAccess,
  fieldsOfNoun,
  type LegalBasis,
  maskIdNumber,
  maskPhone,
  mayInArea,
  type RegisterField,
} from '@linli/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Crypto } from '../../platform/crypto/index.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { accessTo, type Reader } from './policy.ts';
import { secretContext } from './store/secrets.ts';
import type { SubjectRow } from './subject-row.ts';
import { isScalar } from './subject-view.ts';

type FieldView = z.infer<typeof SubjectField>;

interface FactRow {
  subjectId: string;
  field: string;
  value: unknown;
  source: string;
  sourceId: string | null;
  basis: LegalBasis;
  since: string;
  recordedAt: Date;
  confirmedAt: Date | null;
}

interface SecretRow {
  subjectId: string;
  field: string;
  sealed: Buffer;
  source: string;
  basis: LegalBasis;
  since: string;
  recordedAt: Date;
}

/** Facts in force of subjects the handle reaches. */
async function findFacts(db: Db, subjectIds: readonly string[]): Promise<FactRow[]> {
  if (subjectIds.length === 0) return [];
  const { rows } =
    await sql<FactRow>`select subject_id as "subjectId", field, value, source, source_id as "sourceId", basis, since,
      recorded_at as "recordedAt", confirmed_at as "confirmedAt"
    from fact where subject_id = any(${[...subjectIds]}::uuid[]) and superseded_at is null`.execute(db);
  return rows;
}

/** Fields of subjects as one reader sees them: those they may not see are not among them. Every place that shows fields comes here. */
export async function findFieldViews(
  db: Db,
  crypto: Crypto,
  call: { reader: Reader; rows: readonly SubjectRow[]; now: Date; only?: 'known' },
): Promise<ReadonlyMap<string, FieldView[]>> {
  const { reader, rows, now } = call;
  const ids = rows.map((row) => row.id);
  const facts = new Map((await findFacts(db, ids)).map((fact) => [`${fact.subjectId}.${fact.field}`, fact]));
  const secrets = await findSecrets(db, reader, rows);
  return new Map(
    rows.map((row) => [
      row.id,
      fieldsOfNoun(row.noun).flatMap((field) => {
        const access = accessTo(reader, field, row);
        const key = `${row.id}.${field.code}`;
        if (access === 'hidden') return [];
        const view =
          field.kind === 'secret'
            ? secretView(crypto, reader, row, field, secrets.get(key))
            : factView(reader, row, field, access, facts.get(key), now);
        return call.only === 'known' && view.value === null ? [] : [view];
      }),
    ]),
  );
}

async function findSecrets(
  db: Db,
  reader: Reader,
  rows: readonly SubjectRow[],
): Promise<ReadonlyMap<string, SecretRow>> {
  const ids = rows
    .filter((row) =>
      fieldsOfNoun(row.noun).some((field) => field.kind === 'secret' && accessTo(reader, field, row) !== 'hidden'),
    )
    .map((row) => row.id);
  if (ids.length === 0) return new Map();
  const found = await elevated(db, () =>
    sql<SecretRow>`select subject_id as "subjectId", field, sealed, source, basis, since, recorded_at as "recordedAt"
      from subject_secret where subject_id = any(${ids}::uuid[])`.execute(db),
  );
  return new Map(found.rows.map((row) => [`${row.subjectId}.${row.field}`, row]));
}

function common(reader: Reader, row: SubjectRow, field: RegisterField, hasValue: boolean, source: string | null) {
  const edits = row.state === 'active' && mayInArea(reader.actor, 'registers:edit', row.path);
  const asks = row.state === 'active' && (edits || reader.own.has(row.id));
  const isOthers = hasValue && isHeldByOwner(field, source);
  const asking = asks ? 'ask' : null;
  const edit: 'change' | 'ask' | null = edits && !isOthers ? 'change' : asking;
  return {
    code: field.code,
    law: field.law,
    owner: field.owner,
    level: field.level,
    can: { edit, reveal: field.kind === 'secret' && hasValue && mayInArea(reader.actor, 'registers:reveal', row.path) },
  };
}

/** Entered by the body that owns the field, so that others ask it instead of changing it. */
export function isHeldByOwner(field: Pick<RegisterField, 'owner'>, source: string | null): boolean {
  return field.owner !== 'committee' && source === `department:${field.owner}`;
}

function factView(
  reader: Reader,
  row: SubjectRow,
  field: RegisterField,
  access: FieldAccess,
  fact: FactRow | undefined,
  now: Date,
): FieldView {
  const value = access === 'full' && isScalar(fact?.value) ? fact.value : null;
  const knownOn = fact ? dayOf(fact.confirmedAt ?? fact.recordedAt) : null;
  return {
    ...common(reader, row, field, fact !== undefined, fact?.source ?? null),
    value,
    masked: access === 'masked',
    source: fact?.source ?? null,
    sourceId: fact?.sourceId ?? null,
    since: fact?.since ?? null,
    basis: fact?.basis ?? field.basis,
    recordedAt: fact?.recordedAt.toISOString() ?? null,
    confirmedAt: fact?.confirmedAt?.toISOString() ?? null,
    daysStale: knownOn ? daysStale(field, knownOn, dayOf(now)) : 0,
  };
}

function secretView(
  crypto: Crypto,
  reader: Reader,
  row: SubjectRow,
  field: RegisterField,
  secret: SecretRow | undefined,
): FieldView {
  return {
    ...common(reader, row, field, secret !== undefined, secret?.source ?? null),
    value: secret ? maskSecret(field.code, crypto.decrypt(secret.sealed, secretContext(field.code))) : null,
    masked: true,
    source: secret?.source ?? null,
    sourceId: null,
    since: secret?.since ?? null,
    basis: secret?.basis ?? field.basis,
    recordedAt: secret?.recordedAt.toISOString() ?? null,
    confirmedAt: null,
    daysStale: 0,
  };
}

function maskSecret(code: string, plain: string): string {
  return secretContext(code).endsWith('.phone') ? maskPhone(plain) : maskIdNumber(plain);
}
