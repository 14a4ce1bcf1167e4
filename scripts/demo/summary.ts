import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RawBuilder, sql } from 'kysely';
import { readPacks, storeKnownHolidays, storePacks } from '../../apps/server/src/modules/cases/index.ts';
import { systemClock } from '../../apps/server/src/platform/clock.ts';
import { createCrypto } from '../../apps/server/src/platform/crypto/index.ts';
import { createDatabase, type Database } from '../../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../../apps/server/src/platform/db/migrate.ts';
import { createPool } from '../../apps/server/src/platform/db/pool.ts';
import { createFiles, createLocalStore } from '../../apps/server/src/platform/files/index.ts';
import { createLog } from '../../apps/server/src/platform/log.ts';
import { seedDemo } from './seed/seed-demo.ts';

/** Seeds a database made for this run alone and prints what the demonstration consists of: `npx tsx scripts/demo/summary.ts`. */
const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'linli-demo-'));
const log = createLog('warn');
try {
  const embedded = await startEmbedded({ dataDir: folder, log: () => undefined });
  const pool = createPool(embedded.connection, { max: 4 }, (error) =>
    log.warn({ err: error }, 'a connection was lost'),
  );
  const database = createDatabase(pool);
  try {
    await fill(database);
    await print(database);
  } finally {
    await database.close();
    await embedded.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function fill(database: Database): Promise<void> {
  const now = systemClock.now();
  const year = now.getUTCFullYear();
  await migrate(database.pool, root('db/migrations'));
  const packs = await readPacks(root('packs'));
  await database.asSystem(async (db) => {
    await storePacks(db, packs, now);
    await storeKnownHolidays(db, [year - 1, year, year + 1], now);
  });
  const files = createFiles({ store: createLocalStore({ folder: join(folder, 'files') }) });
  const began = performance.now();
  await seedDemo({
    database,
    crypto: createCrypto({ masterKey: Buffer.alloc(32, 1) }),
    files,
    clock: systemClock,
    log,
  });
  console.log(`seeded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

async function print(database: Database): Promise<void> {
  const tables = [
    'area',
    'building',
    'home',
    'scenery',
    'unit',
    'post',
    'account',
    'holding',
    'cases',
    'case_action',
    'journal',
    'due',
    'file',
    'case_file',
  ];
  const ask = (query: RawBuilder<{ name: string; n: number }>) =>
    database.asSystem(async (db) => (await query.execute(db)).rows.map(({ name, n }) => `${name} ${n}`).join(', '));
  const sizes = await Promise.all(
    tables.map((name) => ask(sql`select ${name}::text as name, count(*)::int as n from ${sql.table(name)}`)),
  );
  console.log(`rows      ${sizes.join(', ')}`);
  const columns = { states: 'state', types: 'type_code', channels: 'channel', ratings: 'rating', asked: 'pending' };
  for (const [title, column] of Object.entries(columns)) {
    const counts = await ask(
      sql`select coalesce(${sql.ref(column)}::text, '—') as name, count(*)::int as n from cases group by 1 order by 2 desc, 1`,
    );
    console.log(`${title.padEnd(10)}${counts}`);
  }
  console.log(
    `happened  ${await ask(sql`select kind as name, count(*)::int as n from journal group by 1 order by 2 desc`)}`,
  );
}
