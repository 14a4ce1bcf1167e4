import { createHash } from 'node:crypto';
import type { giveConsent, OutputOf, ParsedInputOf, withdrawConsent } from '@linli/contract';
import { type Actor, type ConsentPurpose, consentTexts, dayOf, mayInArea, needsGuardian } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import {
  type Doing,
  eraseValues,
  findKept,
  findMergedInto,
  getSubjectRow,
  journalSubjects,
  type SubjectRow,
} from '../registers/index.ts';
import { keepPhotos, mustBeOwnPhotos } from './consent-photos.ts';
import type { PrivacyCall } from './deps.ts';

/** Who agrees for whom: the person, a guardian, or the keeper of the place who holds the paper. */
async function mayConsent(
  db: Db,
  actor: Actor,
  subjectId: string,
): Promise<{ row: SubjectRow; as: 'self' | 'guardian' | 'keeper' }> {
  const row = await getSubjectRow(db, subjectId, 'lock');
  const { rows } = await sql<{ role: 'self' | 'guardian' }>`select role from subject_account
    where subject_id = ${subjectId} and account_id = ${actor.accountId}`.execute(db);
  if (row.noun !== 'person') refuse('noun-wrong');
  if (rows[0]) return { row, as: rows[0].role };
  if (!mayInArea(actor, 'registers:edit', row.path))
    refuse(mayInArea(actor, 'registers:read', row.path) ? 'not-allowed' : 'not-found');
  return { row, as: 'keeper' };
}

/** SHA-256 of the Chinese words: what was agreed to can be shown to be these and no others. */
export function hashOfWords(purpose: ConsentPurpose): Buffer {
  return createHash('sha256').update(consentTexts[purpose].words.zh).digest();
}

/** An agreement to one purpose with its receipt. Under 14 only a guardian agrees. */
export async function agree(
  db: Db,
  call: PrivacyCall<ParsedInputOf<typeof giveConsent>>,
): Promise<OutputOf<typeof giveConsent>> {
  const { actor, input, now } = call;
  const { row, as } = await mayConsent(db, actor, input.subjectId);
  if (row.state !== 'active') refuse('subject-gone');
  const givenBy = as === 'keeper' ? input.givenBy : as;
  if (givenBy === 'self' && needsGuardian(row.born, dayOf(now))) refuse('guardian-needed');
  const text = consentTexts[input.purpose];
  if (text.version !== input.version) refuse('consent-text-changed');
  const channel = as === 'keeper' && input.channel === 'app' ? 'paper' : input.channel;
  if (channel !== 'app' && input.evidence.length < 2 && input.photos.length === 0) refuse('consent-evidence-needed');
  const id = newId();
  return elevated(db, async () => {
    await mustBeOwnPhotos(db, actor, input.photos);
    const made =
      await sql`insert into consent (id, subject_id, path, purpose, categories, version, channel, text_hash, given_by,
        given_by_account, evidence, given_at)
      values (${id}, ${row.id}, ${row.path}::ltree, ${input.purpose}, ${[...text.fields]}, ${text.version}, ${channel},
        ${hashOfWords(input.purpose)}, ${givenBy}, ${as === 'keeper' ? null : actor.accountId}, ${input.evidence}, ${now})
      on conflict (subject_id, purpose) where withdrawn_at is null do nothing returning id`.execute(db);
    if (made.rows.length === 0) refuse('consent-given-already');
    await keepPhotos(db, id, input.photos);
    const doing = { now, actorId: actor.accountId, requestId: call.requestId };
    await journalSubjects(db, doing, 'consent.given', [
      { id: row.id, path: row.path, data: { consentId: id, purpose: input.purpose, channel } },
    ]);
    return { consentId: id };
  });
}

/** The person kept, where the entry named was merged: seen and locked as if they had been named. */
async function lockKept(db: Db, actor: Actor, subjectId: string): ReturnType<typeof mayConsent> {
  const found = await mayConsent(db, actor, await elevated(db, () => findKept(db, subjectId)));
  return found.row.state === 'merged' ? lockKept(db, actor, found.row.id) : found;
}

/** Withdrawn as easily as given (PIPL art. 15); what stands on it alone is deleted in the same moment. */
export async function takeBack(
  db: Db,
  call: PrivacyCall<ParsedInputOf<typeof withdrawConsent>>,
): Promise<OutputOf<typeof withdrawConsent>> {
  const { actor, input, now } = call;
  const { row, as } = await lockKept(db, actor, input.subjectId);
  if (as === 'self' && needsGuardian(row.born, dayOf(now))) refuse('not-allowed');
  if (as === 'keeper' && input.evidence.length < 2) refuse('consent-evidence-needed');
  const doing = { now, actorId: actor.accountId, requestId: call.requestId };
  const evidence = as === 'keeper' ? input.evidence : '';
  const deleted = await elevated(db, () =>
    endConsent(db, { subject: row, purpose: input.purpose, byId: actor.accountId, rightsId: null, evidence, doing }),
  );
  return { deleted: deleted ?? refuse('consent-not-given') };
}

/**
 * Ends an agreement, also one that stayed with an entry merged into the person, and deletes, with proof, what is held on consent for its purpose; values on another basis stay. Values entered before
 * receipts were kept go too. As the system, on a locked subject. Answers the fields; null where there was neither.
 */
export async function endConsent(
  db: Db,
  call: {
    subject: Pick<SubjectRow, 'id' | 'siteId' | 'noun' | 'path'>;
    purpose: ConsentPurpose;
    byId: string | null;
    rightsId: string | null;
    /** How the person said so, where the keeper entered it. */
    evidence?: string;
    doing: Doing;
  },
): Promise<string[] | null> {
  const { subject, purpose, doing } = call;
  const all = [subject.id, ...(await findMergedInto(db, subject.id)).map(({ id }) => id)];
  const ended = await sql`update consent set withdrawn_at = ${doing.now}, withdrawn_by = ${call.byId},
      withdrawn_evidence = ${call.evidence ?? ''}
    where subject_id = any(${all}::uuid[]) and purpose = ${purpose} and withdrawn_at is null returning id`.execute(db);
  const fields = consentTexts[purpose].fields;
  const rule = `consent:${purpose}`;
  const gone = await eraseValues(db, { subject, fields, bases: ['consent'], rule, rightsId: call.rightsId, doing });
  if (ended.rows.length === 0 && gone.length === 0) return null;
  await journalSubjects(db, doing, 'consent.withdrawn', [
    { id: subject.id, path: subject.path, data: { purpose, fields: gone } },
  ]);
  return gone;
}
