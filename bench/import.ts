import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { countRows, secondsToCopy } from './copy-rows.ts';
import { hotlineTable } from './import-table.ts';
import { loadWords } from './load-words.ts';
import { printResult, round } from './print-result.ts';
import { runImport, timesOf } from './run-import.ts';
import { signInToDemo, startBenchServer } from './with-server.ts';

// A table of hotline orders through the product: upload, proposed mapping, dry run over every row, import; then the same table again,
// which must add nothing. Web and worker in one process, as `npm start` runs it. The limit is what PostgreSQL needs to write the very
// rows that came of it into tables with the same indexes, by plain `insert … select`, nothing checked, read or encrypted.
const rows = Number(process.argv[2] ?? 25_000);
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
  const before = await countRows(pool, written);
  const first = await runImport(server.url, cookie, { file: 'name=orders.csv', text: table });
  const after = await countRows(pool, written);
  const second = await runImport(server.url, cookie, { file: 'name=orders.csv', text: table });
  console.log(`first   ${timesOf(first)}  added ${first.run.added}, bad ${first.run.bad}`);
  console.log(`second  ${timesOf(second)}  added ${second.run.added}, same ${second.run.same}`);
  if (first.run.added !== rows || second.run.added !== 0 || second.run.same !== rows)
    throw new Error('the import did not take every order exactly once');
  // What else ran on the machine counts: with more than one waiting for each core, seconds say little.
  console.log(`load    ${loadWords()}`);
  const limit = await secondsToCopy(pool, written, before);
  console.log(
    `limit   ${limit} s for ${written.map((name, i) => `${(after[i] ?? 0) - (before[i] ?? 0)} ${name}`).join(', ')}`,
  );
  printResult({ bench: 'import', ours: first.total, limit, ratio: round(limit / first.total), unit: 's' });
} finally {
  await pool.end();
  await server.stop();
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
