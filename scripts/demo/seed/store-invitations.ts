import { sql } from 'kysely';
import type { Crypto } from '../../../apps/server/src/platform/crypto/index.ts';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';

/** The invitation that is still open: told here because a demonstration is for trying. As people write it: EASY-CASE. */
export const openInvitationCode = 'EASYCASE';

/** Behind everybody let in by a code the invitation they used; and one that waits, to the mediation the ready-made resident asked for. */
export async function storeInvitations(
  db: Db,
  deps: { crypto: Pick<Crypto, 'lookupHash' | 'token'>; newId: () => string; now: Date },
): Promise<void> {
  const { crypto, newId, now } = deps;
  const hash = (code: string) => crypto.lookupHash(code, 'case.invitation');
  const { rows } = await sql<{ case_id: string; used_by: string }>`select case_id, actor_id as used_by from case_action
    where kind = 'join' and data ->> 'invited' = 'true' order by case_id, seq`.execute(db);
  for (const { case_id, used_by } of rows)
    await sql`insert into case_invitation (id, case_id, code_hash, made_by, made_at, expires_at, used_by, used_at)
      select ${newId()}, cases.id, ${hash(crypto.token())}, cases.handler_id, a.at - interval '3 hours', a.at + interval '7 days', ${used_by}, a.at
      from cases join case_action a on a.case_id = cases.id and a.kind = 'join' and a.actor_id = ${used_by}
      where cases.id = ${case_id} and cases.handler_id is not null`.execute(db);
  await sql`insert into case_invitation (id, case_id, code_hash, made_by, made_at, expires_at)
    select ${newId()}, cases.id, ${hash(openInvitationCode)}, cases.handler_id, ${new Date(now.getTime() - 3_600_000)},
      ${new Date(now.getTime() + 6 * 86_400_000)}
    from cases join account on account.id = cases.reporter_id
    where demo_key = '01-resident' and type_code = 'mediation' and is_open and handler_id is not null
    order by reported_at desc limit 1`.execute(db);
}
