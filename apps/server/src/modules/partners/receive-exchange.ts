import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { type ApplyDeps, applyBatch } from './apply-batch.ts';
import { Batch, type ExchangeAnswer, exchangePath, exchangeType, longestBody, sourceOf } from './message.ts';
import { getOwnKey, type OwnKey } from './own-key.ts';
import type { Sender } from './sender.ts';
import { answerParts, requestParts, type SignatureParams, signParts, verifyParts } from './signature.ts';

/** Clocks may differ by this much either way. */
const skewSeconds = 300;

export interface ReceiveDeps extends ApplyDeps {
  database: Database;
  clock: Clock;
  log: Log;
  crypto: Crypto;
}
type Known = Sender & { publicKey: string; active: boolean; ownKey: OwnKey };

/**
 * Where partners write. Not an operation of the contract: the bytes themselves are signed, and no session is involved. Who is unknown
 * and whose signature is wrong get the same answer.
 */
export function exchangeRoute(http: FastifyInstance, deps: ReceiveDeps): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(exchangeType, { parseAs: 'buffer', bodyLimit: longestBody }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(exchangePath, { bodyLimit: longestBody }, async (request, reply) => {
      const body = request.body;
      if (!Buffer.isBuffer(body)) return refuse('exchange-refused');
      const { sender, signed } = await authenticate(request, body, deps);
      const batch = readBatch(body, sender.code);
      const now = deps.clock.now();
      const applied = await applyBatch(deps, sender, batch, now);
      const answer: ExchangeAnswer = { of: signed.nonce, ...applied };
      const bytes = Buffer.from(JSON.stringify(answer));
      const parts = answerParts({ status: 200, from: sender.ownCode, to: sender.code });
      const headers = signParts(parts, bytes, sender.ownKey, {
        created: Math.floor(now.getTime() / 1000),
        nonce: signed.nonce,
      });
      return reply
        .headers({ ...headers })
        .header('content-type', 'application/json')
        .send(bytes);
    });
  });
}

async function authenticate(
  request: FastifyRequest,
  body: Buffer,
  deps: ReceiveDeps,
): Promise<{ sender: Known; signed: SignatureParams }> {
  const { 'linli-from': from, 'linli-to': to } = request.headers;
  if (typeof from !== 'string' || typeof to !== 'string' || from.length > 60 || to.length > 60)
    return refuse('exchange-refused');
  const sender = await deps.database.asSystem((db) => findSender(db, deps, from, to));
  const parts = requestParts({ path: exchangePath, contentType: exchangeType, from, to });
  const signed = sender ? verifyParts(parts, body, request.headers, sender.publicKey) : null;
  if (!sender || !signed) {
    deps.log.warn({ id: request.id, known: sender !== null }, 'partners: a message with a wrong signature or sender');
    return refuse('exchange-refused');
  }
  const now = deps.clock.now();
  if (Math.abs(now.getTime() / 1000 - signed.created) > skewSeconds)
    return refuse('exchange-clock', { now: now.toISOString() });
  return sender.active ? { sender, signed } : refuse('partner-off');
}

async function findSender(
  db: Db,
  deps: Pick<ReceiveDeps, 'crypto' | 'clock'>,
  from: string,
  to: string,
): Promise<Known | null> {
  const row = await db
    .selectFrom('partner')
    .innerJoin('area', 'area.id', 'partner.site_id')
    .select([
      'partner.id as partnerId',
      'partner.code',
      'partner.site_id as siteId',
      'partner.path',
      'partner.public_key as publicKey',
      'partner.active',
      'partner.in_seq as inSeq',
      'area.code as ownCode',
    ])
    .where('partner.code', '=', from)
    .where('area.code', '=', to)
    .executeTakeFirst();
  return row ? { ...row, ownKey: await getOwnKey(db, deps.crypto, row.siteId, deps.clock.now()) } : null;
}

function readBatch(body: Buffer, from: string): z.infer<typeof Batch> {
  const parsed = Batch.safeParse(parseJson(body));
  const ours = parsed.success && parsed.data.every((event) => event.source === sourceOf(from));
  if (!parsed.success || !ours)
    return refuse('input-invalid', {}, { fields: [{ path: 'body', code: 'wrong-format', params: {} }] });
  return parsed.data;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null; // no batch: refused by its schema
  }
}
