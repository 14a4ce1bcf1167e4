import type { ExchangeProblem } from '@linli/contract';
import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import { afterCommit, type Database, type Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { type DueHandler, scheduleDue } from '../../platform/jobs/due-work.ts';
import type { Log } from '../../platform/log.ts';
import { ExchangeAnswer, exchangePath, exchangeType, longestBody, mostMessages, sourceOf } from './message.ts';
import { deliverKind } from './outbox.ts';
import { getOwnKey, type OwnKey } from './own-key.ts';
import { AddressRefused, type AddressRule } from './partner-address.ts';
import { type PartnerAnswer, postToPartner } from './post-to-partner.ts';
import { recordRefusals } from './record-refusals.ts';
import { answerParts, requestParts, signParts, verifyParts } from './signature.ts';

/** Silence is broken this often, so that "not heard for an hour" means something is wrong. */
const heartbeatMinutes = 15;
const longestWaitMinutes = 15;
/** Whoever sends has this long; a process that dies meanwhile leaves it to the next one. */
const leaseMinutes = 2;

export interface DeliverDeps {
  database: Database;
  clock: Clock;
  log: Log;
  crypto: Crypto;
  addresses: AddressRule;
}
interface Sending {
  partnerId: string;
  siteId: string;
  from: string;
  to: string;
  publicKey: string;
  url: URL;
  key: OwnKey;
  ackedSeq: bigint;
  failures: number;
  messages: readonly OutboxRow[];
}
interface OutboxRow {
  seq: string;
  message_id: string;
  kind: string;
  data: Record<string, unknown>;
  made_at: Date;
}
type Result = { ok: true; answer: ExchangeAnswer } | { ok: false; problem: ExchangeProblem };

/**
 * One delivery to one partner: what it has not confirmed, in order; nothing waiting = a sign of life. The try is leased in the
 * transaction and sent after it, so that no transaction waits for the other side. Sent twice after a crash is applied once over there.
 */
export function createDeliverHandler(deps: DeliverDeps): DueHandler {
  return async (db, item, now) => {
    const failures = Number(item.data.failures ?? 0);
    const sending = await takeBatch(db, deps.crypto, item.key, failures, now);
    if (!sending) return;
    await schedule(db, item.key, new Date(now.getTime() + leaseMinutes * 60_000), { failures, sending: true });
    afterCommit(db, async () => {
      const result = await send(sending, deps, now);
      try {
        await deps.database.asSystem((inner) => settle(inner, sending, result, deps));
      } catch (error) {
        deps.log.warn(
          { err: error, partner: sending.partnerId },
          'partners: a result could not be kept; it is tried again',
        );
      }
    });
  };
}

function schedule(db: Db, partnerId: string, at: Date, data: Record<string, unknown>): Promise<void> {
  return scheduleDue(db, [{ kind: deliverKind, key: partnerId, at, data }]);
}

async function takeBatch(db: Db, crypto: Crypto, id: string, failures: number, now: Date): Promise<Sending | null> {
  const partner = await db
    .selectFrom('partner')
    .innerJoin('area', 'area.id', 'partner.site_id')
    .selectAll('partner')
    .select('area.code as from')
    .where('partner.id', '=', id)
    .executeTakeFirst();
  if (!partner?.active) return null; // switched on again, it is scheduled again
  const messages: OutboxRow[] = await db
    .selectFrom('partner_outbox')
    .select(['seq', 'message_id', 'kind', 'data', 'made_at'])
    .where('partner_id', '=', id)
    .where('seq', '>', partner.acked_seq)
    .orderBy('seq')
    .limit(mostMessages)
    .execute();
  return {
    partnerId: id,
    siteId: partner.site_id,
    from: partner.from,
    to: partner.code,
    publicKey: partner.public_key,
    url: new URL(partner.base_url),
    key: await getOwnKey(db, crypto, partner.site_id, now),
    ackedSeq: BigInt(partner.acked_seq),
    failures,
    messages,
  };
}

/** As many as fit, never none: one message is always smaller than the limit. */
export function bodyOf(sending: Pick<Sending, 'from' | 'messages'>): Buffer {
  const events: string[] = [];
  let length = 2;
  for (const { seq, message_id, kind, data, made_at } of sending.messages) {
    const event = JSON.stringify({
      specversion: '1.0',
      id: message_id,
      source: sourceOf(sending.from),
      type: kind,
      time: made_at.toISOString(),
      datacontenttype: 'application/json',
      sequence: seq,
      data,
    });
    length += Buffer.byteLength(event) + 1;
    if (length > longestBody) break;
    events.push(event);
  }
  return Buffer.from(`[${events.join(',')}]`);
}

async function send(sending: Sending, deps: DeliverDeps, now: Date): Promise<Result> {
  const nonce = newId();
  const body = bodyOf(sending);
  const { from, to } = sending;
  const parts = requestParts({ path: exchangePath, contentType: exchangeType, from, to });
  const signed = signParts(parts, body, sending.key, { created: Math.floor(now.getTime() / 1000), nonce });
  const headers = { ...signed, 'content-type': exchangeType, 'linli-from': from, 'linli-to': to, 'x-linli': '1' };
  try {
    const answer = await postToPartner({ url: sending.url, path: exchangePath, headers, body }, deps.addresses);
    return readAnswer(answer, sending, nonce);
  } catch (error) {
    const refused = error instanceof AddressRefused;
    deps.log.warn({ err: error, partner: sending.partnerId }, 'partners: a delivery did not arrive');
    return { ok: false, problem: refused ? 'address-refused' : 'unreachable' };
  }
}

const problemsOfStatus: Readonly<Record<string, ExchangeProblem>> = { 'exchange-clock': 'clock', 'partner-off': 'off' };

/** Only what they signed for this very request counts; a refusal is not signed and changes nothing but what we show. */
function readAnswer(answer: PartnerAnswer, sending: Sending, nonce: string): Result {
  const text = answer.body.toString('utf8');
  if (answer.status !== 200) {
    const code = /"code":"([a-z-]{1,40})"/.exec(text)?.[1] ?? '';
    const away = answer.status >= 500 || answer.status === 429;
    return { ok: false, problem: problemsOfStatus[code] ?? (away ? 'unreachable' : 'refused') };
  }
  const parts = answerParts({ status: 200, from: sending.to, to: sending.from });
  const signed = verifyParts(parts, answer.body, answer.headers, sending.publicKey);
  if (signed?.nonce !== nonce) return { ok: false, problem: 'answer-not-theirs' };
  const parsed = ExchangeAnswer.safeParse(JSON.parse(text));
  return parsed.success && parsed.data.of === nonce
    ? { ok: true, answer: parsed.data }
    : { ok: false, problem: 'answer-not-theirs' };
}

async function settle(db: Db, sending: Sending, result: Result, deps: DeliverDeps): Promise<void> {
  const { partnerId, failures } = sending;
  const now = deps.clock.now();
  const partner = await db
    .selectFrom('partner')
    .select(['out_seq', 'acked_seq'])
    .where('id', '=', partnerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const fail = async (problem: ExchangeProblem, heard: { heard_at?: Date; acked_seq?: string } = {}) => {
    await db
      .updateTable('partner')
      .set({ problem, ...heard })
      .where('id', '=', partnerId)
      .execute();
    const waitMinutes = Math.min(longestWaitMinutes, 2 ** Math.min(failures, 6));
    await schedule(db, partnerId, new Date(now.getTime() + waitMinutes * 60_000), { failures: failures + 1 });
  };
  if (!result.ok) return fail(result.problem);
  const until = BigInt(result.answer.until);
  // They know more of us than we do: our database is older than theirs, restored from a backup.
  if (until > BigInt(partner.out_seq)) return fail('ahead', { heard_at: now });
  // They know less than they once confirmed: everything is told again from where they are, if it is still kept.
  const acked = { acked_seq: String(until), heard_at: now };
  const moved = sending.messages.length === 0 || until !== sending.ackedSeq;
  if (!moved || (until < sending.ackedSeq && !(await isKept(db, partnerId, until)))) return fail('gap', acked);
  await db
    .updateTable('partner')
    .set({ ...acked, problem: null })
    .where('id', '=', partnerId)
    .execute();
  await recordRefusals(db, partnerId, result.answer.refused, deps.log);
  const waiting = until < BigInt(partner.out_seq);
  const at = waiting ? now : new Date(now.getTime() + heartbeatMinutes * 60_000);
  await schedule(db, partnerId, at, { failures: 0 });
}

async function isKept(db: Db, partnerId: string, until: bigint): Promise<boolean> {
  const next = await db
    .selectFrom('partner_outbox')
    .select('seq')
    .where('partner_id', '=', partnerId)
    .where('seq', '=', String(until + 1n))
    .executeTakeFirst();
  return next !== undefined;
}
