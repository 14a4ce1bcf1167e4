import { type Actor, consentPurposes, type FieldValue, findRegisterField, planDeletion } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { closeAccount } from '../access/index.ts';
import {
  type Doing,
  eraseValues,
  findBases,
  getSubjectRow,
  insertCorrection,
  journalSubjects,
  liftRestriction,
  proveDeletions,
  restrictValues,
} from '../registers/index.ts';
import { endConsent } from './consents.ts';
import type { PrivacyDeps } from './deps.ts';
import type { RightsRow } from './store.ts';

/** A copy the desk granted may be fetched for three days: who asked may not sit at a screen. */
const grantedCopyMs = 3 * 86_400_000;

type Effect = { row: RightsRow; actor: Actor; doing: Doing; restrictsOnly: boolean };

/** Does what an answer grants; of a refusal because the law wants values kept, ends their use. As the system, in the answer's transaction. */
export async function carryOut(db: Db, deps: PrivacyDeps, call: Effect): Promise<void> {
  const { row } = call;
  switch (row.kind) {
    case 'copy':
    case 'relative-of-dead':
      return call.restrictsOnly ? undefined : grantCopy(db, call);
    case 'correct':
    case 'supplement':
      return call.restrictsOnly ? undefined : passOnCorrections(db, deps, call);
    case 'delete':
      return deleteOrRestrict(db, deps, call);
    case 'restrict':
      return call.restrictsOnly ? undefined : restrict(db, deps, { ...call, fields: row.fields });
    case 'lift-restriction':
      return call.restrictsOnly ? undefined : lift(db, deps, call);
    case 'withdraw-consent':
      return call.restrictsOnly ? undefined : withdraw(db, call);
    case 'close-account':
      return call.restrictsOnly ? undefined : close(db, call);
    default:
      return undefined;
  }
}

async function grantCopy(db: Db, { row, doing }: Effect): Promise<void> {
  if (row.subjectId === null) return;
  const subject = await getSubjectRow(db, row.subjectId, 'read');
  const copyId = newId();
  await sql`insert into data_copy (id, subject_id, account_id, request_id, made_at, expires_at)
    values (${copyId}, ${row.subjectId}, ${row.accountId}, ${row.id}, ${doing.now},
      ${new Date(doing.now.getTime() + grantedCopyMs)})`.execute(db);
  await journalSubjects(db, doing, 'copy.made', [
    { id: subject.id, path: subject.path, data: { copyId, rightsId: row.id, accountId: row.accountId } },
  ]);
}

/** Whoever keeps each field decides: the desk never changes a value itself. */
async function passOnCorrections(db: Db, deps: PrivacyDeps, { row, actor, doing }: Effect): Promise<void> {
  if (row.subjectId === null || row.wantedSealed === null) return;
  const subject = await getSubjectRow(db, row.subjectId, 'lock');
  const opened: { wanted: { code: string; value: FieldValue }[] } = JSON.parse(
    deps.crypto.decrypt(row.wantedSealed, 'rights.wanted'),
  );
  // What was said last of a field counts; one that waits already gives way.
  for (const [code, value] of new Map(opened.wanted.map((one) => [one.code, one.value]))) {
    const field = findRegisterField(subject.noun, code);
    const asked = { row: subject, value, reason: row.number, actor, doing, whenOpen: 'replace' as const };
    if (field) await insertCorrection(db, deps, { ...asked, field });
  }
}

async function deleteOrRestrict(db: Db, deps: PrivacyDeps, call: Effect): Promise<void> {
  const { row, doing } = call;
  if (row.subjectId === null) return;
  const subject = await getSubjectRow(db, row.subjectId, 'lock');
  const plan = planDeletion(row.fields, await findBases(db, subject.id));
  await eraseValues(db, {
    subject,
    fields: plan.erase,
    bases: ['consent', 'contract'],
    rule: 'request',
    rightsId: row.id,
    doing,
  });
  await restrict(db, deps, { ...call, fields: plan.restrict });
}

async function restrict(db: Db, deps: PrivacyDeps, call: Effect & { fields: readonly string[] }): Promise<void> {
  if (call.row.subjectId === null) return;
  const subject = await getSubjectRow(db, call.row.subjectId, 'lock');
  const { fields, doing } = call;
  await restrictValues(db, deps.crypto, { subject, fields, rightsId: call.row.id, doing });
}

async function lift(db: Db, deps: PrivacyDeps, { row, doing }: Effect): Promise<void> {
  if (row.subjectId === null) return;
  const subject = await getSubjectRow(db, row.subjectId, 'lock');
  await liftRestriction(db, deps.crypto, { subject, fields: row.fields, rightsId: row.id, doing });
}

async function withdraw(db: Db, { row, actor, doing }: Effect): Promise<void> {
  if (row.subjectId === null) return;
  const subject = await getSubjectRow(db, row.subjectId, 'lock');
  const wanted = consentPurposes.filter((purpose) => row.about === null || row.about === purpose);
  for (const purpose of wanted)
    await endConsent(db, { subject, purpose, byId: actor.accountId, rightsId: row.id, doing });
}

async function close(db: Db, { row, doing }: Effect): Promise<void> {
  await sql`delete from subject_account where account_id = ${row.accountId}`.execute(db);
  await closeAccount(db, row.accountId);
  await proveDeletions(db, [{ siteId: row.siteId, kind: 'account', group: '', id: row.accountId, rule: 'request' }], {
    now: doing.now,
    requestId: row.id,
  });
}
