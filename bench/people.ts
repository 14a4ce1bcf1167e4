import { createCrypto, loadMasterKey } from '../apps/server/src/platform/crypto/index.ts';
import { createDatabase } from '../apps/server/src/platform/db/database.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { ledgerPeople, ledgerTable } from '../apps/server/src/test/people-table.fixture.ts';
import { addHolder } from '../apps/server/src/test/small-street.ts';
import { countRows, secondsToCopy } from './copy-rows.ts';
import { loadWords } from './load-words.ts';
import { printResult, round } from './print-result.ts';
import { runImport, timesOf } from './run-import.ts';
import { startBenchServer } from './with-server.ts';

// A ledger of people through the product, each looked up by identity number, name, birth and home: upload, proposed mapping, dry run over
// every row, import; then the same ledger again, which must add nobody. Web and worker in one process, as `npm start` runs it. The limit is
// what PostgreSQL needs to write the very rows that came of it (subjects, facts, sealed values, links) over one connection, by plain
// `insert … select` into tables with the same indexes, nothing checked, read or encrypted. PEOPLE=500000 is the size of the bar.
const people = Number(process.env.PEOPLE ?? 25_000);
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
  const before = await countRows(pool, written);
  const first = await runImport(server.url, cookie, { file: 'name=people.csv&kind=person', text: table });
  const after = await countRows(pool, written);
  console.log(`first   ${timesOf(first)}  added ${first.run.added}, bad ${first.run.bad}`);
  const second = await runImport(server.url, cookie, { file: 'name=people.csv&kind=person', text: table });
  console.log(`second  ${timesOf(second)}  added ${second.run.added}, same ${second.run.same}`);
  if (first.run.added !== people || second.run.added !== 0 || second.run.same !== people)
    throw new Error(`the import did not take everybody exactly once: ${JSON.stringify([first.run, second.run])}`);
  console.log(`load    ${loadWords()}`);
  const limit = await secondsToCopy(pool, written, before);
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
