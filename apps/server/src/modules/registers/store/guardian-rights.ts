import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** What an account may read of a ward, through whom. `since` as the database writes it. */
export interface GuardianRight {
  subjectId: string;
  accountId: string;
  provedBy: string;
  since: string;
  guardianId: string | null;
}

/**
 * Rights of accounts over these wards that no guardianship in force carries any more end. One of somebody who is guardian themselves stands on
 * that: it was linked through the other parent's telephone, say. As the system. Answers those that ended.
 */
export async function dropGuardianRights(db: Db, wardIds: readonly string[]): Promise<GuardianRight[]> {
  if (wardIds.length === 0) return [];
  await sql`update subject_account a set guardian_id = l.from_id
    from subject_link l join subject_account own on own.subject_id = l.from_id and own.role = 'self'
    where a.subject_id = any(${[...wardIds]}::uuid[]) and a.role = 'guardian' and l.to_id = a.subject_id and l.kind = 'guardian'
      and l.valid_to is null and own.account_id = a.account_id and a.guardian_id <> l.from_id`.execute(db);
  const { rows } = await sql<GuardianRight>`delete from subject_account a
    where a.subject_id = any(${[...wardIds]}::uuid[]) and a.role = 'guardian' and not exists (
      select from subject_link l where l.to_id = a.subject_id and l.kind = 'guardian' and l.valid_to is null
        and (a.guardian_id is null or l.from_id = a.guardian_id))
    returning a.subject_id as "subjectId", a.account_id as "accountId", a.proved_by as "provedBy", a.since::text as since,
      a.guardian_id as "guardianId"`.execute(db);
  return rows;
}

/** The own accounts of guardians in force read what is kept of these wards. What an account has already stays. As the system. */
export async function giveGuardianRights(db: Db, wardIds: readonly string[], now: Date): Promise<void> {
  if (wardIds.length === 0) return;
  await sql`insert into subject_account (subject_id, account_id, role, proved_by, since, guardian_id)
    select distinct on (l.to_id, own.account_id) l.to_id, own.account_id, 'guardian', 'guardianship', ${now}::timestamptz, l.from_id
    from subject_link l
    join subject guardian on guardian.id = l.from_id and guardian.state in ('active', 'left')
    join subject_account own on own.subject_id = l.from_id and own.role = 'self'
    where l.to_id = any(${[...wardIds]}::uuid[]) and l.kind = 'guardian' and l.valid_to is null
    order by l.to_id, own.account_id, l.valid_from
    on conflict (subject_id, account_id) do nothing`.execute(db);
}

/** Those a person is guardian of now. As the system. */
export async function findWards(db: Db, guardianIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct to_id as id from subject_link
    where from_id = any(${[...guardianIds]}::uuid[]) and kind = 'guardian' and valid_to is null`.execute(db);
  return rows.map(({ id }) => id);
}
