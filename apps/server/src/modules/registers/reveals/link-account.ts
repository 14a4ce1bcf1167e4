import type { linkAccount, linkMyAccount, listMySubjects, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  checkIdentityDocument,
  checkPhone,
  dayOf,
  type IdentityDocumentKind,
  identityDocumentKinds,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { findReader, mustBeThere, mustEdit } from '../policy.ts';
import { findWards, giveGuardianRights } from '../store/guardian-rights.ts';
import { journalSubjects } from '../store/journal.ts';
import { findBySecret, secretHash } from '../store/secrets.ts';
import { findSubjectRows, getSubjectRow, type SubjectRow } from '../subject-row.ts';
import { subjectRef } from '../subject-view.ts';

const triesADay = 5;

/**
 * A resident shows who they are: the number of their paper, and that the telephone they signed in with by code is the one the register has.
 * Every failure answers the same: nobody learns by trying who is registered. Five tries a day.
 */
export async function proveMyself(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof linkMyAccount>>,
): Promise<OutputOf<typeof linkMyAccount>> {
  const { actor, input, now } = call;
  const accountId = actor.accountId ?? refuse('sign-in-needed');
  if (!isKind(input.documentKind)) return refuse('link-not-proved');
  const document = checkIdentityDocument(input.documentKind, input.number, { today: dayOf(now) });
  return elevated(db, async () => {
    const phone = await phoneOf(db, deps, accountId);
    if (!document.ok || phone === null) return refuse('link-not-proved');
    const found: string[] = [];
    for (const site of deps.places.get().sites()) {
      const byNumber = await findBySecret(db, deps.crypto, {
        siteId: site.id,
        field: 'idNumber',
        values: [document.lookupValue],
      });
      found.push(...[...byNumber.values()].flat());
    }
    const { rows } = await sql<{
      id: string;
      path: string;
    }>`select subject.id, subject.path::text as path from subject_secret e
      join subject on subject.id = e.subject_id
      where subject.id = any(${found}::uuid[]) and subject.state = 'active' and e.field = 'phone'
        and e.hash = ${secretHash(deps.crypto, 'phone', phone)}`.execute(db);
    const subject = rows[0] ?? refuse('link-not-proved');
    await insertAccount(db, {
      subjectId: subject.id,
      accountId,
      role: 'self',
      provedBy: 'number-and-phone',
      guardianId: null,
      now,
    });
    const doing = { now, actorId: accountId, requestId: call.requestId };
    await journalSubjects(db, doing, 'subject.linked', [
      { id: subject.id, path: subject.path, data: { accountId, role: 'self' } },
    ]);
    return { subjectId: subject.id };
  });
}

export const linkTries = { most: triesADay, windowSeconds: 86_400 } as const;

/**
 * At the desk, with the paper on the table: an account is somebody's own or their guardian's. Whoever holds the post cannot make any account
 * anybody: the telephone it signs in with must be the one the register has of the person, or of a guardian linked to them.
 */
export async function linkAtDesk(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof linkAccount>>,
): Promise<OutputOf<typeof linkAccount>> {
  const { actor, input, now } = call;
  const row = await getSubjectRow(db, input.subjectId, 'lock');
  mustEdit(actor, row);
  mustBeThere(row);
  if (row.noun !== 'person') refuse('link-not-proved');
  const phone = checkPhone(input.phone);
  return elevated(db, async () => {
    const { rows } = phone.ok
      ? await sql<{ id: string }>`select account.id from credential join account on account.id = credential.account_id
          where credential.phone_hash = ${deps.crypto.lookupHash(phone.normalised, 'phone')} and account.kind = 'resident'`.execute(
          db,
        )
      : { rows: [] };
    const account = rows[0] ?? refuse('link-not-proved');
    const { rows: proved } = await sql<{ id: string }>`select e.subject_id as id from subject_secret e
      where e.field = 'phone' and e.hash = ${secretHash(deps.crypto, 'phone', phone.ok ? phone.normalised : '')}
        and e.subject_id in (
          select ${row.id}::uuid where ${input.role === 'self'}
          union all select l.from_id from subject_link l
          where l.to_id = ${row.id} and l.kind = 'guardian' and l.valid_to is null and ${input.role === 'guardian'})
      order by e.subject_id limit 1`.execute(db);
    const by = proved[0] ?? refuse('link-not-proved');
    await insertAccount(db, {
      subjectId: row.id,
      accountId: account.id,
      role: input.role,
      provedBy: input.proof,
      guardianId: input.role === 'guardian' ? by.id : null,
      now,
    });
    const doing = { now, actorId: actor.accountId, requestId: call.requestId };
    await journalSubjects(db, doing, 'subject.linked', [
      { id: row.id, path: row.path, data: { accountId: account.id, role: input.role } },
    ]);
    return { subjectId: row.id };
  });
}

/** Links an account; its own person's wards come with it, as long as that person is their guardian. As the system. */
async function insertAccount(
  db: Db,
  link: {
    subjectId: string;
    accountId: string;
    role: 'self' | 'guardian';
    provedBy: string;
    guardianId: string | null;
    now: Date;
  },
): Promise<void> {
  await sql`insert into subject_account (subject_id, account_id, role, proved_by, since, guardian_id)
    values (${link.subjectId}, ${link.accountId}, ${link.role}, ${link.provedBy}, ${link.now}, ${link.guardianId})
    on conflict (subject_id, account_id) do update set role = excluded.role, proved_by = excluded.proved_by, since = excluded.since,
      guardian_id = excluded.guardian_id`.execute(db);
  if (link.role === 'self') await giveGuardianRights(db, await findWards(db, [link.subjectId]), link.now);
}

/** The telephone an account signs in with, in the writing the register keeps. As the system. */
async function phoneOf(db: Db, deps: RegisterDeps, accountId: string): Promise<string | null> {
  const { rows } = await sql<{
    sealed: Buffer | null;
  }>`select phone_encrypted as sealed from credential where account_id = ${accountId}`.execute(db);
  const sealed = rows[0]?.sealed;
  const phone = sealed ? checkPhone(deps.crypto.decrypt(sealed, 'phone'), { numbers: 'test' }) : null;
  return phone?.ok ? phone.normalised : null;
}

function isKind(kind: string): kind is IdentityDocumentKind {
  return (identityDocumentKinds as readonly string[]).includes(kind); // widen the literal union for includes
}

/** Who of the register I am. */
export async function findMySubjects(db: Db, actor: Actor): Promise<OutputOf<typeof listMySubjects>> {
  const { rows } = await sql<{
    id: string;
    role: 'self' | 'guardian';
    since: Date;
  }>`select subject_id as id, role, since from subject_account
    where account_id = ${actor.accountId} order by since`.execute(db);
  const reader = await findReader(db, actor);
  const subjects: ReadonlyMap<string, SubjectRow> = await findSubjectRows(
    db,
    rows.map(({ id }) => id),
  );
  return {
    subjects: rows.flatMap(({ id, role, since }) => {
      const row = subjects.get(id);
      return row ? [{ subject: subjectRef(reader, row), role, since: since.toISOString() }] : [];
    }),
  };
}
