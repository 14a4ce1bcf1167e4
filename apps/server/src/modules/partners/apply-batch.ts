import { sql } from 'kysely';
import type { Database, Db } from '../../platform/db/database.ts';
import { appendJournal, type JournalEntry } from '../../platform/journal/index.ts';
import { type Applied, applyMessage, startEffects, writeEffects } from './apply-message.ts';
import { type Envelope, type ExchangeAnswer, type ParsedMessage, parseMessage } from './message.ts';
import { hurryDelivery } from './outbox.ts';
import type { Sender } from './sender.ts';
import { type TakeDeps, type Taken, takeSharedCase } from './take-shared-case.ts';

export interface ApplyDeps extends TakeDeps {
  database: Database;
}
interface Incoming {
  envelope: Envelope;
  seq: bigint;
  message: ParsedMessage;
}

/**
 * Applies what follows without a gap on what we have; what we have already is left alone and answered as the first time. Cases are
 * made first, each by itself and under an id made from its shared number; then everything else happens in one transaction together
 * with the count, so a process that dies anywhere leaves nothing half done.
 */
export async function applyBatch(
  deps: ApplyDeps,
  sender: Sender,
  batch: readonly Envelope[],
  now: Date,
): Promise<Omit<ExchangeAnswer, 'of'>> {
  const incoming = batch.map((envelope) => ({
    envelope,
    seq: BigInt(envelope.sequence),
    message: parseMessage(envelope),
  }));
  const taken = new Map<string, Taken>();
  // Side by side: what is reported at the same time shares a statement.
  await Promise.all(
    following(incoming, BigInt(sender.inSeq)).map(async ({ envelope, message }) => {
      if (message.kind === 'linli.case-shared.v1')
        taken.set(envelope.id, await takeSharedCase(deps, sender, message.data, now));
    }),
  );
  return deps.database.asSystem((db) => applyAll(db, { sender, incoming, taken, now }));
}

async function applyAll(
  db: Db,
  work: { sender: Sender; incoming: readonly Incoming[]; taken: ReadonlyMap<string, Taken>; now: Date },
): Promise<Omit<ExchangeAnswer, 'of'>> {
  const { sender, incoming, taken, now } = work;
  const had = await lockCount(db, sender.partnerId);
  const refusedBefore = await findRefused(
    db,
    sender.partnerId,
    incoming.map(({ envelope }) => envelope.id),
  );
  const received: { seq: string; id: string; kind: string; refused: string | null }[] = [];
  const events: JournalEntry[] = [];
  const spoken = incoming.flatMap(({ message }) =>
    message.kind && 'number' in message.data ? [message.data.number] : [],
  );
  const effects = await startEffects(db, sender.partnerId, spoken);
  let until = had;
  for (const one of following(incoming, had)) {
    const { message, envelope } = one;
    // Somebody else applied what came before it in between: the sender asks again and its case is found as made.
    if (message.kind === 'linli.case-shared.v1' && !taken.has(envelope.id)) break;
    const done: Applied =
      message.kind === null
        ? { refused: message.refused }
        : await applyMessage(db, { sender, message, taken: taken.get(envelope.id) ?? null, now, effects });
    if ('event' in done && done.event) events.push(done.event);
    const refused = 'refused' in done ? done.refused : null;
    received.push({ seq: String(one.seq), id: envelope.id, kind: envelope.type, refused });
    until = one.seq;
  }
  await writeEffects(db, effects);
  await keepReceived(db, sender.partnerId, received, { until, now });
  await appendJournal(db, events);
  await hurryDelivery(db, sender.partnerId, now);
  const refusedNow = received.flatMap(({ id, refused }) => (refused ? [{ id, code: refused }] : []));
  return { until: String(until), refused: [...refusedBefore, ...refusedNow] };
}

/** The messages that come right after `had`, in order; nothing beyond a gap. */
function following(incoming: readonly Incoming[], had: bigint): Incoming[] {
  const found: Incoming[] = [];
  let next = had + 1n;
  for (const one of [...incoming].sort((a, b) => Number(a.seq - b.seq))) {
    if (one.seq !== next) continue;
    found.push(one);
    next++;
  }
  return found;
}

async function lockCount(db: Db, partnerId: string): Promise<bigint> {
  const row = await db
    .selectFrom('partner')
    .select('in_seq')
    .where('id', '=', partnerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return BigInt(row.in_seq);
}

async function findRefused(db: Db, partnerId: string, ids: readonly string[]): Promise<{ id: string; code: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; code: string }>`select message_id as id, refused as code from partner_inbox
    where partner_id = ${partnerId} and message_id = any(${ids}::uuid[]) and refused is not null`.execute(db);
  return rows;
}

async function keepReceived(
  db: Db,
  partnerId: string,
  received: readonly { seq: string; id: string; kind: string; refused: string | null }[],
  at: { until: bigint; now: Date },
): Promise<void> {
  await sql`insert into partner_inbox (partner_id, seq, message_id, kind, refused, received_at)
    select ${partnerId}, r.seq, r.id, r.kind, r.refused, ${at.now}
    from jsonb_to_recordset(${JSON.stringify(received)}::jsonb) as r(seq bigint, id uuid, kind text, refused text)
    on conflict do nothing`.execute(db);
  await db
    .updateTable('partner')
    .set({ in_seq: String(at.until), heard_at: at.now })
    .where('id', '=', partnerId)
    .execute();
}
