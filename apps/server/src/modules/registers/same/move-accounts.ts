import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { dropGuardianRights, findWards, type GuardianRight, giveGuardianRights } from '../store/guardian-rights.ts';
import type { SubjectRow } from '../subject-row.ts';
import type { Moved, MovedAccount } from './moved.ts';

type Pair = { keep: SubjectRow; gone: SubjectRow };

/**
 * Accounts of the one that goes become the kept one's; of one that is linked to both the kept one's link stands. After the links. As the
 * system.
 */
export async function moveAccounts(
  db: Db,
  { keep, gone }: Pair,
  now: Date,
): Promise<Required<Pick<Moved, 'accounts' | 'guards' | 'endedRights'>>> {
  const columns = sql`account_id as id, role, proved_by as "provedBy", since::text as since, guardian_id as "guardianId"`;
  const { rows: both } = await sql<MovedAccount>`delete from subject_account where subject_id = ${gone.id}
    and account_id in (select account_id from subject_account where subject_id = ${keep.id}) returning ${columns}`.execute(
    db,
  );
  const { rows: alone } =
    await sql<MovedAccount>`update subject_account set subject_id = ${keep.id} where subject_id = ${gone.id}
    returning ${columns}`.execute(db);
  const accounts = [...alone, ...both.map((account) => ({ ...account, both: true }))];
  const { rows: guards } = await sql<{
    subjectId: string;
    accountId: string;
  }>`update subject_account set guardian_id = ${keep.id} where guardian_id = ${gone.id}
    returning subject_id as "subjectId", account_id as "accountId"`.execute(db);
  return { accounts, guards, endedRights: await settleRights(db, [keep.id], now) };
}

/** What accounts read of wards follows from the guardianships there are now. Answers what ended. */
async function settleRights(db: Db, ids: readonly string[], now: Date): Promise<GuardianRight[]> {
  const wards = [...new Set([...ids, ...(await findWards(db, ids))])];
  const ended = await dropGuardianRights(db, wards);
  await giveGuardianRights(db, wards, now);
  return ended;
}

/**
 * The way back. An account proved anew for the kept one meanwhile stays there too; one that was taken away meanwhile does not come back. No
 * account is linked twice. After the links. As the system.
 */
export async function putAccountsBack(db: Db, { keep, gone }: Pair, moved: Moved, now: Date): Promise<void> {
  const rights = JSON.stringify(moved.endedRights ?? []);
  await sql`insert into subject_account (subject_id, account_id, role, proved_by, since, guardian_id)
    select r."subjectId", r."accountId", 'guardian', r."provedBy", r.since, r."guardianId"
    from jsonb_to_recordset(${rights}::jsonb) as r("subjectId" uuid, "accountId" uuid, "provedBy" text, since timestamptz, "guardianId" uuid)
    where exists (select from account where account.id = r."accountId")
    on conflict (subject_id, account_id) do nothing`.execute(db);
  for (const one of moved.accounts) {
    const account = typeof one === 'string' ? { id: one, since: null } : one;
    const { rows } = await sql<{
      isSame: boolean;
    }>`select ${account.since}::timestamptz is null or since = ${account.since}::timestamptz as "isSame"
      from subject_account where subject_id = ${keep.id} and account_id = ${account.id} for update`.execute(db);
    const onKept = rows[0];
    if (!onKept) continue;
    await sql`insert into subject_account (subject_id, account_id, role, proved_by, since, guardian_id)
      select ${gone.id}::uuid, account_id, coalesce(${typeof one === 'string' ? null : one.role}::text, role),
        coalesce(${typeof one === 'string' ? null : one.provedBy}::text, proved_by), coalesce(${account.since}::timestamptz, since),
        ${typeof one === 'string' ? null : one.guardianId}::uuid
      from subject_account where subject_id = ${keep.id} and account_id = ${account.id}
      on conflict (subject_id, account_id) do nothing`.execute(db);
    const isBoth = typeof one !== 'string' && one.both === true;
    if (onKept.isSame && !isBoth)
      await sql`delete from subject_account where subject_id = ${keep.id} and account_id = ${account.id}`.execute(db);
  }
  for (const { subjectId, accountId } of moved.guards ?? [])
    await sql`update subject_account set guardian_id = ${gone.id}
      where subject_id in (${subjectId}, ${gone.id}) and account_id = ${accountId} and guardian_id = ${keep.id}`.execute(
      db,
    );
  const wards = (moved.guards ?? []).map(({ subjectId }) => subjectId);
  await settleRights(db, [keep.id, gone.id, ...wards], now);
}
