import type { getConsentFigures, listConsents, OutputOf } from '@linli/contract';
import {
  type Actor,
  type ConsentPurpose,
  consentPurposes,
  consentTexts,
  findRegisterField,
  mayInArea,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { findBases, findReader, getSubjectRow, type SubjectRow } from '../registers/index.ts';
import type { PrivacyDeps } from './deps.ts';
import { deskSites } from './policy.ts';

interface ConsentRow {
  id: string;
  purpose: ConsentPurpose;
  categories: string[];
  version: number;
  channel: 'app' | 'paper' | 'verbal';
  textHash: string;
  givenBy: 'self' | 'guardian';
  evidence: string;
  givenAt: Date;
  withdrawnAt: Date | null;
  withdrawnEvidence: string;
  photos: string[];
}

/** The person themselves, their guardian, and the keeper of the place. Refuses everybody else as if it were not there. */
export async function mayReadConsents(db: Db, actor: Actor, subjectId: string): Promise<SubjectRow> {
  const row = await getSubjectRow(db, subjectId, 'read');
  const reader = await findReader(db, actor);
  if (!reader.own.has(row.id) && !mayInArea(actor, 'registers:edit', row.path)) refuse('not-found');
  return row;
}

/** Purposes with their words, and one person's receipts: for themselves, their guardian, and the keeper of the place. */
export async function findConsents(
  db: Db,
  call: { actor: Actor; subjectId: string },
): Promise<OutputOf<typeof listConsents>> {
  const row = await mayReadConsents(db, call.actor, call.subjectId);
  const { rows } =
    await sql<ConsentRow>`select id, purpose, categories, version, channel, encode(text_hash, 'hex') as "textHash",
      given_by as "givenBy", evidence, given_at as "givenAt", withdrawn_at as "withdrawnAt",
      withdrawn_evidence as "withdrawnEvidence",
      array(select p.hash from consent_photo p where p.consent_id = consent.id order by p.n) as photos
    from consent where subject_id = ${row.id} order by given_at desc limit 200`.execute(db);
  const bases = await elevated(db, () => findBases(db, row.id));
  return {
    purposes: consentPurposes.map((purpose) => {
      const { version, name, words, fields } = consentTexts[purpose];
      return {
        purpose,
        version,
        name,
        words,
        fields: fields.map((code) => findRegisterField('person', code)?.label ?? { zh: code }),
        held: fields.filter((code) => bases[code] === 'consent').length,
      };
    }),
    consents: rows.map(({ givenAt, withdrawnAt, ...consent }) => ({
      ...consent,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  };
}

/** Numbers of the desk's sites, no names. */
export async function countConsents(
  db: Db,
  deps: Pick<PrivacyDeps, 'places'>,
  actor: Actor,
): Promise<OutputOf<typeof getConsentFigures>> {
  const paths = deskSites(actor, deps.places.get()).map(({ path }) => path);
  const { rows } = await elevated(db, () =>
    sql<{
      purpose: string;
      inForce: number;
      withdrawn: number;
      app: number;
      paper: number;
      verbal: number;
    }>`select purpose,
        count(*) filter (where withdrawn_at is null)::int as "inForce", count(*) filter (where withdrawn_at is not null)::int as withdrawn,
        count(*) filter (where channel = 'app')::int as app, count(*) filter (where channel = 'paper')::int as paper,
        count(*) filter (where channel = 'verbal')::int as verbal
      from consent where path <@ any(${`{${paths.join(',')}}`}::ltree[]) group by purpose`.execute(db),
  );
  const none = { inForce: 0, withdrawn: 0, app: 0, paper: 0, verbal: 0 };
  return {
    purposes: consentPurposes.map((purpose) => {
      const { name, version } = consentTexts[purpose];
      const { purpose: _same, ...counted } = rows.find((row) => row.purpose === purpose) ?? { purpose, ...none };
      return { purpose, name, version, ...counted };
    }),
  };
}
