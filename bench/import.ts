import { loadavg } from 'node:os';
import type { ImportRun } from '@linli/contract';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { hotlineTable } from './import-table.ts';
import { printResult, round } from './print-result.ts';
import { type BenchServer, signInToDemo, startBenchServer } from './with-server.ts';

// A table of hotline orders through the product: upload, proposed mapping, dry run over every row, import; then the same table again,
// which must add nothing. Web and worker in one process, as `npm start` runs it. The limit is what PostgreSQL needs to write the very
// rows that came of it into tables with the same indexes, by plain `insert … select`, nothing checked, read or encrypted.
const rows = Number(process.argv[2] ?? 50_000);
const written = ['cases', 'case_action', 'case_caller', 'case_source', 'journal', 'due', 'request'] as const;

const server = await startBenchServer();
const pool = createPool(server.connection, { max: 2, settings: { 'linli.system': 'on' } }, () => undefined);
try {
  const cookie = await signInToDemo(server.url, '06-dispatcher');
  const addresses = await pool.query<{ address: string }>('select address from building order by id limit 2000');
  const units = await pool.query<{ name: string }>("select name from unit where kind = 'department' order by name");
  const table = hotlineTable(rows, {
    addresses: addresses.rows.map((row) => row.address),
    units: units.rows.map((row) => row.name),
    reportedFrom: new Date(Date.now() - 12 * 3_600_000),
  });
  console.log(`${rows} rows, ${round(Buffer.byteLength(table) / 1e6, 1)} MB`);
  await quiet();
  const before = await counts();
  const first = await importOnce(server, cookie, table);
  const after = await counts();
  const second = await importOnce(server, cookie, table);
  console.log(`first   ${secondsOf(first)}  added ${first.run.added}, bad ${first.run.bad}`);
  console.log(`second  ${secondsOf(second)}  added ${second.run.added}, same ${second.run.same}`);
  if (first.run.added !== rows || second.run.added !== 0 || second.run.same !== rows)
    throw new Error('the import did not take every order exactly once');
  // What else ran on the machine counts: with more than one waiting for each core, seconds say little.
  console.log(
    `load    ${loadavg()
      .map((n) => round(n, 1))
      .join(', ')}`,
  );
  const limit = await bareSeconds(before);
  console.log(
    `limit   ${limit} s for ${written.map((name, i) => `${(after[i] ?? 0) - (before[i] ?? 0)} ${name}`).join(', ')}`,
  );
  printResult({ bench: 'import', ours: first.total, limit, ratio: round(limit / first.total), unit: 's' });
} finally {
  await pool.end();
  await server.stop();
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

async function importOnce({ url }: BenchServer, cookie: string, table: string): Promise<Timed> {
  const headers = { 'x-linli': '1', cookie };
  const began = performance.now();
  const sent = await fetch(`${url}/api/import-files?name=orders.csv`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: table,
  });
  const { id: importId } = await answerOf<ImportRun>(sent);
  const uploaded = performance.now();
  const proposed = await fetch(`${url}/api/propose-mapping?importId=${importId}`, { headers });
  const { mapping } = await answerOf<{ mapping: object }>(proposed);
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
    await answerOf(
      await fetch(`${url}/api/start-import`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      }),
    );
  }

  async function until(state: ImportRun['state']): Promise<ImportRun> {
    for (;;) {
      const answer = await fetch(`${url}/api/get-import?importId=${importId}`, { headers });
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

/** The demonstration street's own beginning has been read and worked off: it is no part of an import. */
async function quiet(): Promise<void> {
  for (let calm = 0; calm < 4; ) {
    const { rows: found } = await pool.query<{
      calm: boolean;
    }>(`select not exists (select from due where at <= now() and kind <> 'job')
      and not exists (select from consumer where caught_up_at is null or seq < (select max(seq) from journal)) as calm`);
    calm = found[0]?.calm ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function counts(): Promise<number[]> {
  const found: number[] = [];
  for (const name of written) {
    const { rows: counted } = await pool.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    found.push(counted[0]?.n ?? 0);
  }
  return found;
}

/** Seconds to write what the import wrote once more, into empty tables with the same indexes. */
async function bareSeconds(before: readonly number[]): Promise<number> {
  let ms = 0;
  for (const [i, name] of written.entries()) {
    await pool.query(`create table limit_${name} (like ${name} including indexes including defaults)`);
    // The rows that were there before are few beside these; they are left out by where they stand in the table.
    const began = performance.now();
    await pool.query(`insert into limit_${name} select * from ${name} offset ${before[i] ?? 0}`);
    ms += performance.now() - began;
  }
  return round(ms / 1000, 1);
}
