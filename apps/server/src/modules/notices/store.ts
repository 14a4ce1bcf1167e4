import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { DeliveryState } from './tables.ts';

export interface NewNotice {
  id: string;
  accountId: string;
  kind: string;
  noun: string;
  nounId: string;
  params: Record<string, string | number>;
  at: Date;
  readAt: Date | null;
  sourceSeq: string;
}

/** Inserts what is new; answers the ids that were. A row seen again after a rewind adds nothing. */
export async function insertNotices(db: Db, notices: readonly NewNotice[]): Promise<ReadonlySet<string>> {
  if (notices.length === 0) return new Set();
  const { rows } = await sql<{
    id: string;
  }>`insert into notice (id, account_id, kind, noun, noun_id, params, at, read_at, source_seq)
    select n.id, n."accountId", n.kind, n.noun, n."nounId", n.params, n.at, n."readAt", n."sourceSeq"
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as n(id uuid, "accountId" uuid, kind text, noun text, "nounId" uuid,
      params jsonb, at timestamptz, "readAt" timestamptz, "sourceSeq" bigint)
    join account on account.id = n."accountId"
    on conflict (account_id, source_seq, kind) do nothing returning id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

export interface NewDelivery {
  id: string;
  noticeId: string | null;
  channel: string;
  addressHash: Buffer | null;
  template: string;
  state: DeliveryState;
  tries: number;
  problem: string | null;
  at: Date;
  doneAt: Date | null;
}

export async function insertDeliveries(db: Db, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await db
    .insertInto('delivery')
    .values(
      deliveries.map((d) => ({
        id: d.id,
        notice_id: d.noticeId,
        channel: d.channel,
        address_hash: d.addressHash,
        template: d.template,
        state: d.state,
        tries: d.tries,
        problem: d.problem,
        at: d.at,
        done_at: d.doneAt,
      })),
    )
    .execute();
}

export interface DeliveryInHand {
  id: string;
  noticeId: string;
  channel: string;
  state: DeliveryState;
  tries: number;
  readAt: Date | null;
  number: string;
  phoneEncrypted: Buffer | null;
}

/** A notice's delivery, locked, with the address it goes to as the person's account has it now. */
export async function findDelivery(db: Db, id: string): Promise<DeliveryInHand | undefined> {
  return db
    .selectFrom('delivery')
    .innerJoin('notice', 'notice.id', 'delivery.notice_id')
    .leftJoin('credential', 'credential.account_id', 'notice.account_id')
    .select([
      'delivery.id',
      'notice.id as noticeId',
      'delivery.channel',
      'delivery.state',
      'delivery.tries',
      'notice.read_at as readAt',
      sql<string>`coalesce(notice.params->>'number', '')`.as('number'),
      'credential.phone_encrypted as phoneEncrypted',
    ])
    .where('delivery.id', '=', id)
    .forUpdate('delivery')
    .executeTakeFirst();
}

export async function updateDelivery(
  db: Db,
  id: string,
  changes: {
    state: DeliveryState;
    tries?: number;
    problem?: string | null;
    addressHash?: Buffer | null;
    doneAt?: Date | null;
  },
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      state: changes.state,
      ...(changes.tries === undefined ? {} : { tries: changes.tries }),
      ...(changes.problem === undefined ? {} : { problem: changes.problem }),
      ...(changes.addressHash === undefined ? {} : { address_hash: changes.addressHash }),
      ...(changes.doneAt === undefined ? {} : { done_at: changes.doneAt }),
    })
    .where('id', '=', id)
    .execute();
}
