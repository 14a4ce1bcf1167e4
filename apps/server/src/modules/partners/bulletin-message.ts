import type { Db } from '../../platform/db/database.ts';
import type { MessageData } from './message.ts';

/** A bulletin of ours as it travels; null for one that came from elsewhere. */
export async function findBulletinMessage(
  db: Db,
  bulletinId: string,
): Promise<{ partnerId: string; data: MessageData<'linli.bulletin.v1'> } | null> {
  const row = await db
    .selectFrom('bulletin')
    .selectAll()
    .where('id', '=', bulletinId)
    .where('origin', '=', 'ours')
    .executeTakeFirst();
  if (!row) return null;
  return {
    partnerId: row.partner_id,
    data: {
      id: row.id,
      every: row.every,
      fromDay: row.from_day,
      untilDay: row.until_day,
      madeAt: row.made_at.toISOString(),
      content: row.content,
    },
  };
}
