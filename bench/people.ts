import { loadavg } from 'node:os';
import type { ImportRun } from '@linli/contract';
import { createCrypto, loadMasterKey } from '../apps/server/src/platform/crypto/index.ts';
import { createDatabase } from '../apps/server/src/platform/db/database.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { ledgerPeople, ledgerTable } from '../apps/server/src/test/people-table.fixture.ts';
import { addHolder } from '../apps/server/src/test/small-street.ts';
import { printResult, round } from './print-result.ts';
import { startBenchServer } from './with-server.ts';

// A ledger of people through the product, each looked up by identity number, name, birth and home: upload, proposed mapping, dry run over
// every row, import; then the same ledger again, which must add nobody. Web and worker in one process, as `npm start` runs it. The limit is
// what PostgreSQL needs to write the very rows that came of it (subjects, facts, sealed values, links) over one connection, by plain
// `insert … select` into tables with the same indexes, nothing checked, read or encrypted. PEOPLE=500000 is the size of the bar.
const people = Number(process.env.PEOPLE ?? 40_000);
const written = ['home', 'subject', 'fact', 'subject_secret', 'subject_link'] as const;

const server = await startBenchServer();
const pool = createPool(server.connection, { max: 2, settings: { 'linli.system': 'on' } }, () => undefined);
try {
  const cookie = await signInKeeper();
  const addresses = await pool.query<{ address: string }>(
    `select address from building where kind = 'residential' and address ~ '号$' order by id limit 2000`,
  );
  const table = ledgerTable(
    ledgerPeople(
      people,
      addresses.rows.map((row) => row.address),
    ),
  );
  console.log(`${people} people, ${round(Buffer.byteLength(table) / 1e6, 1)} MB`);
  const before = await counts();
  const first = await importOnce(cookie, table);
  const after = await counts();
  console.log(`first   ${secondsOf(first)}  added ${first.run.added}, bad ${first.run.bad}`);
  const second = await importOnce(cookie, table);
  console.log(`second  ${secondsOf(second)}  added ${second.run.added}, same ${second.run.same}`);
  if (first.run.added !== people || second.run.added !== 0 || second.run.same !== people)
    throw new Error(`the import did not take everybody exactly once: ${JSON.stringify([first.run, second.run])}`);
  console.log(
    `load    ${loadavg()
      .map((n) => round(n, 1))
      .join(', ')}`,
  );
  const limit = await bareSeconds(before);
  console.log(
    `limit   ${limit} s for ${written.map((name, i) => `${(after[i] ?? 0) - (before[i] ?? 0)} ${name}`).join(', ')}`,
  );
  printResult({ bench: 'people', ours: first.total, limit, ratio: round(limit / first.total), unit: 's' });
} finally {
  await pool.end();
  await server.stop();
}

/** Somebody who keeps the registers of the whole street. */
async function signInKeeper(): Promise<string> {
  const crypto = createCrypto({ masterKey: await loadMasterKey(server.dataDir, {}) });
  const database = createDatabase(pool);
  const { rows } = await pool.query<{ id: string; path: string }>('select id, path::text from area where level = 1');
  const site = rows[0];
  if (!site) throw new Error('there is no street');
  const post = { role: 'grid-leader' as const, areaId: site.id, path: site.path, unitId: null, name: '登记员' };
  const { accountId } = await addHolder(database, post, new Date());
  const token = crypto.token();
  await pool.query(
    `insert into session (token_hash, account_id, created_at, seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '1 day')`,
    [crypto.hashToken(token), accountId],
  );
  // The server looks once a second whether posts have changed.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  return `linli_session=${token}`;
}

interface Timed {
  upload: number;
  check: number;
  apply: number;
  total: number;
  run: ImportRun;
}

function secondsOf({ upload, check, apply, total }: Timed): string {
  return `${total} s = upload ${upload} + dry run ${check} + import ${apply}`;
}

async function importOnce(cookie: string, table: string): Promise<Timed> {
  const headers = { 'x-linli': '1', cookie };
  const began = performance.now();
  const sent = await fetch(`${server.url}/api/import-files?name=people.csv&kind=person`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: table,
  });
  const { id: importId } = await answerOf<ImportRun>(sent);
  const uploaded = performance.now();
  const { mapping } = await answerOf<{ mapping: object }>(
    await fetch(`${server.url}/api/propose-mapping?importId=${importId}`, { headers }),
  );
  await start({ mapping, dryRun: true });
  await until('checked');
  const checked = performance.now();
  await start({ dryRun: false });
  const run = await until('done');
  const done = performance.now();
  const seconds = (from: number, to: number) => round((to - from) / 1000, 1);
  return {
    upload: seconds(began, uploaded),
    check: seconds(uploaded, checked),
    apply: seconds(checked, done),
    total: seconds(began, done),
    run,
  };

  async function start(input: object): Promise<void> {
    const body = JSON.stringify({ requestId: crypto.randomUUID(), importId, ...input });
    const sending = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
    await answerOf(await fetch(`${server.url}/api/start-import`, sending));
  }

  async function until(state: ImportRun['state']): Promise<ImportRun> {
    for (;;) {
      const answer = await fetch(`${server.url}/api/get-import?importId=${importId}`, { headers });
      const { run } = await answerOf<{ run: ImportRun }>(answer);
      if (run.state === state) return run;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(body)}`);
  return body as T; // guarded by the contract on the way out
}

async function counts(): Promise<number[]> {
  const found: number[] = [];
  for (const name of written) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    found.push(rows[0]?.n ?? 0);
  }
  return found;
}

/** Seconds to write what the import wrote once more, into empty tables with the same indexes. */
async function bareSeconds(before: readonly number[]): Promise<number> {
  let ms = 0;
  for (const [i, name] of written.entries()) {
    await pool.query(`create table limit_${name} (like ${name} including indexes)`);
    const began = performance.now();
    await pool.query(`insert into limit_${name} select * from ${name} offset ${before[i] ?? 0}`);
    ms += performance.now() - began;
  }
  return round(ms / 1000, 1);
}
