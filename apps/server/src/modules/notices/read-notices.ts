import type { OutputOf, ParsedInputOf, readNotices } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';

/** Marks the actor's own unread notices as read; ids of others count for nothing. */
export async function markRead(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof readNotices>,
  now: Date,
): Promise<OutputOf<typeof readNotices>> {
  const { noticeIds } = input;
  const result = await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('account_id', '=', actor.accountId)
    .where('read_at', 'is', null)
    .$if(noticeIds !== 'all', (query) => query.where('id', 'in', noticeIds === 'all' ? [] : noticeIds))
    .executeTakeFirst();
  return { read: Number(result.numUpdatedRows) };
}
