import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';

export type SharedCaseRow = Selectable<Tables['shared_case']>;

/** Shared cases by case or by their own id; locked, since what is told of them must keep its order. */
export async function findSharedCases(
  db: Db,
  by: { caseIds: readonly string[]; ids: readonly string[] },
): Promise<SharedCaseRow[]> {
  if (by.caseIds.length === 0 && by.ids.length === 0) return [];
  // Partners first, always: whoever receives locks in the same order.
  await sql`select from partner where id in (select partner_id from shared_case
    where case_id = any(${by.caseIds}::uuid[]) or id = any(${by.ids}::uuid[])) order by id for update`.execute(db);
  const { rows } =
    await sql<SharedCaseRow>`select id, partner_id, case_id, site_id, number, origin, type_code, section, summary,
      our_part, their_part, fields, shared_at, told, seen_xid::text, seen_seq::text, our_state, our_state_at, our_on_time,
      their_state, their_state_at, their_on_time, their_number, problem
    from shared_case where case_id = any(${by.caseIds}::uuid[]) or id = any(${by.ids}::uuid[]) order by id for update`.execute(
      db,
    );
  return rows;
}
