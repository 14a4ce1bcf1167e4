import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Log } from '../../platform/log.ts';

/** What the other side could not take: shown with the shared case, and told to whoever runs the server. */
export async function recordRefusals(
  db: Db,
  partnerId: string,
  refused: readonly { id: string; code: string }[],
  log: Log,
): Promise<void> {
  if (refused.length === 0) return;
  await sql`update shared_case set problem = r.code
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r(id uuid, code text)
    join partner_outbox o on o.partner_id = ${partnerId} and o.message_id = r.id
    where shared_case.partner_id = ${partnerId} and shared_case.number = o.data->>'number'
      and (shared_case.problem is null or o.kind = 'linli.case-shared.v1')`.execute(db);
  log.warn({ partner: partnerId, refused }, 'partners: the other side refused messages');
}
