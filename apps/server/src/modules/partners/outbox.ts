import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { MessageData, MessageKind } from './message.ts';

export const deliverKind = 'partner.deliver';

/**
 * Puts a message behind everything told to this partner before. The caller holds the partner's row. The same journal row makes one
 * message of a kind, however often it is read: numbers are given without gaps.
 */
export async function addMessage<K extends MessageKind>(
  db: Db,
  message: { partnerId: string; kind: K; data: MessageData<K>; sourceSeq: string; now: Date },
): Promise<void> {
  const { partnerId, kind, data, sourceSeq, now } = message;
  await sql`with given as (
      update partner set out_seq = out_seq + 1
      where id = ${partnerId} and not exists (
        select from partner_outbox where partner_id = ${partnerId} and source_seq = ${sourceSeq} and kind = ${kind})
      returning id, out_seq)
    insert into partner_outbox (partner_id, seq, message_id, kind, data, source_seq, made_at)
    select id, out_seq, ${newId()}, ${kind}, ${JSON.stringify(data)}::jsonb, ${sourceSeq}, ${now} from given`.execute(
    db,
  );
}

/** Has the worker deliver now, unless it is waiting after a failure or sending already. */
export async function wakeDelivery(db: Db, partnerIds: readonly string[], now: Date): Promise<void> {
  await sql`insert into due (kind, key, at, data)
    select ${deliverKind}, id::text, ${now}, '{"failures":0}' from partner where id = any(${partnerIds}::uuid[]) and active
    on conflict (kind, key) do update set at = least(due.at, excluded.at)
      where due.data->>'sending' is null and due.data->>'failures' = '0'`.execute(db);
}

/** They are there again: what waits after failures goes out now. */
export async function hurryDelivery(db: Db, partnerId: string, now: Date): Promise<void> {
  await sql`insert into due (kind, key, at, data) values (${deliverKind}, ${partnerId}, ${now}, '{"failures":0}')
    on conflict (kind, key) do update set at = excluded.at, data = excluded.data
      where due.data->>'sending' is null and due.data->>'failures' <> '0'`.execute(db);
}
