import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type App, createApp } from '../apps/server/src/app.ts';
import { bodyOf } from '../apps/server/src/modules/partners/deliver-messages.ts';
import { mostMessages } from '../apps/server/src/modules/partners/message.ts';
import { getOwnKey } from '../apps/server/src/modules/partners/own-key.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { type Crypto, createSealing } from '../apps/server/src/platform/crypto/index.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { createFiles, createLocalStore } from '../apps/server/src/platform/files/index.ts';
import { newId } from '../apps/server/src/platform/ids.ts';
import { createLog } from '../apps/server/src/platform/log.ts';
import { buildSmallStreet } from '../apps/server/src/test/small-street.ts';
import { printResult, round } from './print-result.ts';

// A day's backlog for a partner that is back: the real worker of one site, signing and sending over HTTP on loopback, to the real
// server of another, which verifies, applies and journals every message; sync commit on. The limit: the same bodies, one after the
// other, to a bare HTTP server that reads them and answers. Three rounds interleaved; medians.
const messages = Number(process.env.MESSAGES ?? 5000);
const rounds = 3;
const host = '127.0.0.1';

const dataDir = await mkdtemp(join(tmpdir(), 'linli-bench-'));
const embedded = await startEmbedded({ dataDir, log: () => undefined });
const { connection } = embedded;
const opened: App[] = [];
try {
  const near = await openSite('north-town');
  const far = await openSite('south-town');
  const url = await far.app.http.listen({ port: 0, host });
  await introduce(near, far, url);
  await introduce(far, near, `http://${host}:9`); // never called: nothing waits over there
  const ours: number[] = [];
  const limits: number[] = [];
  await near.app.worker.start();
  for (let n = 0; n < rounds; n++) {
    const bodies = await fillOutbox(near, n);
    limits.push(await bareHttp(bodies));
    ours.push(await drain(near));
    console.log(
      `ours ${round(ours.at(-1) ?? 0, 0)}/s  bare HTTP ${round(limits.at(-1) ?? 0, 0)}/s  (${bodies.length} requests)`,
    );
  }
  const { rows } = await far.app.database.pool.query<{ n: number }>(
    "select in_seq::int as n from partner where code = 'north-town'",
  );
  console.log(`${messages * rounds} messages told, ${rows[0]?.n} applied over there, in order`);
  if (rows[0]?.n !== messages * rounds) process.exitCode = 1;
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const [rate, limit] = [median(ours), median(limits)];
  printResult({
    bench: 'exchange',
    ours: round(rate, 0),
    limit: round(limit, 0),
    ratio: round(rate / limit, 3),
    unit: 'messages/s',
  });
} finally {
  for (const app of opened) await app.close();
  await embedded.stop();
  await rm(dataDir, { recursive: true, force: true });
}

interface Site {
  app: App;
  crypto: Crypto;
  siteId: string;
  code: string;
}

async function openSite(code: string): Promise<Site> {
  const name = `bench_${code.replace('-', '_')}`;
  const admin = createPool(connection, { max: 1, settings: {} }, () => undefined);
  await admin.query(`create database ${name}`);
  await admin.end();
  const to = { ...connection, database: name, connectionString: undefined };
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir, PARTNER_NETWORKS: '127.0.0.0/8' }, []);
  const pool = (settings: Record<string, string>) => createPool(to, { max: 4, settings }, () => undefined);
  const sealing = createSealing({ masterKey: Buffer.alloc(32, 7), suite: config.cryptoSuite });
  let siteId = '';
  const app = await createApp({
    config,
    log: createLog('silent'),
    clock: systemClock,
    ...sealing,
    files: createFiles({ store: createLocalStore({ folder: join(dataDir, 'files') }) }),
    pool: pool({}),
    intakePool: pool({ 'linli.system': 'on', enable_seqscan: 'off' }),
    seed: async ({ database }) => {
      ({ siteId } = await buildSmallStreet(database));
      await database.asSystem((db) => sql`update area set code = ${code} where id = ${siteId}`.execute(db));
    },
  });
  opened.push(app);
  return { app, crypto: sealing.crypto, siteId, code };
}

async function introduce(site: Site, other: Site, url: string): Promise<void> {
  const now = new Date();
  const key = await other.app.database.asSystem((db) => getOwnKey(db, other.crypto, other.siteId, now));
  await site.app.database.asSystem((db) =>
    sql`insert into partner (id, site_id, path, code, name, base_url, public_key, active, made_at, changed_at)
      values (${newId()}, ${site.siteId}, 'street', ${other.code}, ${other.code}, ${url}, ${key.publicKey}, true, ${now}, ${now})`.execute(
      db,
    ),
  );
}

/** A backlog: one case shared, then what happened to it. Answers the bodies as the worker will send them. */
async function fillOutbox(site: Site, n: number): Promise<Buffer[]> {
  const now = new Date();
  const number = `north-town-bench-${n}`;
  const shared = {
    number,
    typeCode: 'loc-71',
    typeName: { zh: '界河水草' },
    section: 'river-3',
    summary: '界河第3段水葫芦聚集',
    senderPart: '东岸打捞',
    receiverPart: '西岸打捞',
    fields: ['form.borderSection'],
    address: null,
    point: null,
    form: { borderSection: 'river-3' },
    reportedAt: now.toISOString(),
    sharedAt: now.toISOString(),
    state: 'dispatched',
  };
  const state = { number, ownNumber: '20260316-000001', state: 'in-hand', at: now.toISOString(), onTime: null };
  const first = n * messages;
  return site.app.database.asSystem(async (db) => {
    await sql`insert into partner_outbox (partner_id, seq, message_id, kind, data, source_seq, made_at)
      select id, ${first}::bigint + i, gen_random_uuid(), case when i = 1 then 'linli.case-shared.v1' else 'linli.case-state.v1' end,
        case when i = 1 then ${JSON.stringify(shared)}::jsonb else ${JSON.stringify(state)}::jsonb end, ${first}::bigint + i, ${now}
      from partner, generate_series(1, ${messages}::int) i`.execute(db);
    await sql`update partner set out_seq = ${first + messages}`.execute(db);
    const { rows } = await sql<
      Parameters<typeof bodyOf>[0]['messages'][number]
    >`select seq, message_id, kind, data, made_at
      from partner_outbox where seq > ${first} order by seq`.execute(db);
    const bodies: Buffer[] = [];
    for (let i = 0; i < rows.length; i += mostMessages)
      bodies.push(bodyOf({ from: site.code, messages: rows.slice(i, i + mostMessages) }));
    return bodies;
  });
}

/** Messages a second from the moment the worker may begin until the last one is confirmed. */
async function drain(site: Site): Promise<number> {
  const { pool } = site.app.database;
  const from = performance.now();
  await site.app.database.asSystem((db) =>
    sql`insert into due (kind, key, at, data) select 'partner.deliver', id::text, now(), '{"failures":0}' from partner
      on conflict (kind, key) do update set at = now()`.execute(db),
  );
  for (;;) {
    const { rows } = await pool.query<{ done: boolean }>('select acked_seq = out_seq as done from partner');
    if (rows[0]?.done) break;
    if (performance.now() - from > 60_000) throw new Error('the backlog was not delivered within a minute');
    await new Promise((next) => setTimeout(next, 5));
  }
  return (messages * 1000) / (performance.now() - from);
}

async function bareHttp(bodies: readonly Buffer[]): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => outgoing.end(JSON.stringify({ of: newId(), until: '0', refused: [] })));
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const from = performance.now();
  for (const body of bodies) {
    await new Promise<void>((done, fail) => {
      const outgoing = request({ host, port, method: 'POST', headers: { 'content-length': body.length } }, (answer) =>
        answer.resume().on('end', done),
      );
      outgoing.on('error', fail).end(body);
    });
  }
  const took = performance.now() - from;
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  return (messages * 1000) / took;
}
