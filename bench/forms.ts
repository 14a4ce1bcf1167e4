/**
 * 230 forms × every committee filled from the registers. `ours`: rows with the fact behind each cell, marks, questions and counts, two forms
 * at a time. `limit`: the bare SQL of the same rows in the same run: who is in them and what is known of them, copied into a table without
 * a column of ours. Target at `--size=ruijin` (110,000 people): under 60 s on two cores.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf, type FormDefinition, type PackForm } from '@linli/domain';
import { sql } from 'kysely';
import { readPacks, storePacks } from '../apps/server/src/modules/cases/index.ts';
import { chosenSql } from '../apps/server/src/modules/forms/fill/condition-sql.ts';
import { openReturns } from '../apps/server/src/modules/forms/index.ts';
import { createCrypto } from '../apps/server/src/platform/crypto/index.ts';
import { createDatabase, type Database } from '../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../apps/server/src/platform/db/migrate.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { newId } from '../apps/server/src/platform/ids.ts';
import type { DemoSize } from '../scripts/demo/seed/registers/demo-size.ts';
import { seedRegisters } from '../scripts/demo/seed/registers/seed-registers.ts';
import { markSeedStep } from '../scripts/demo/seed/seed-state.ts';
import { storeStructure } from '../scripts/demo/seed/store-structure.ts';
import { buildStreet } from '../scripts/demo/street/build-street.ts';
import { printResult, round } from './print-result.ts';

const size: DemoSize = process.argv.includes('--size=ruijin') ? 'ruijin' : 'street';
const forms = 230;
const lanes = 2;
const targetSeconds = 60;
const now = new Date();
const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const dataDir = await mkdtemp(join(tmpdir(), 'linli-bench-forms-'));
const embedded = await startEmbedded({ dataDir, log: () => undefined });
const pool = createPool(embedded.connection, { max: lanes + 1 }, () => undefined);
const database = createDatabase(pool);
try {
  await migrate(pool, root('db/migrations'));
  const siteId = await fillRegisters(database);
  const ledgers = (await readPacks(root('packs'))).flatMap((pack) => pack.forms?.ledgers ?? []);
  const definitions = Array.from({ length: forms }, (_, n) => variantOf(ledgers, n));
  const filed = await file(siteId, definitions);

  const limitSeconds = await timed(() => inLanes(filed, ({ definition }) => copyBare(siteId, definition)));
  const oursSeconds = await timed(() =>
    inLanes(filed, ({ id, definition }) =>
      database.asSystem(async (db) => void (await openReturns(db, { id, siteId, version: 1, definition }, now))),
    ),
  );
  const counts = await database.asSystem((db) =>
    sql<{ people: number; returns: number; rows: number; cells: number; filled: number; questions: number }>`select
      (select count(*)::int from subject where noun = 'person') as people, count(*)::int as returns, sum(row_count)::int as rows,
      sum(cell_count)::int as cells, sum(filled_count)::int as filled, (select count(*)::int from form_question) as questions
      from form_return`.execute(db),
  );
  const { people, returns, rows, cells, filled, questions } = counts.rows[0] ?? {
    people: 0,
    returns: 0,
    rows: 0,
    cells: 0,
    filled: 0,
    questions: 0,
  };
  console.log(
    `${people} people; ${forms} forms, ${returns} returns, ${rows} rows, ${cells} cells, ${round((filled / cells) * 100, 1)} % filled, ${questions} questions`,
  );
  console.log(
    `ours ${round(oursSeconds, 1)} s, bare rows ${round(limitSeconds, 1)} s; target at ruijin size < ${targetSeconds} s`,
  );
  printResult({
    bench: 'forms',
    ours: round(oursSeconds),
    limit: round(limitSeconds),
    ratio: round(limitSeconds / oursSeconds),
    unit: 's',
  });
  if (size === 'ruijin' && oursSeconds > targetSeconds) process.exitCode = 1;
} finally {
  await database.close();
  await embedded.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function fillRegisters(into: Database): Promise<string> {
  const crypto = createCrypto({ masterKey: Buffer.alloc(32, 7) });
  const packs = await readPacks(root('packs'));
  const seed = 310115005;
  await into.asSystem(async (db) => {
    await storePacks(db, packs, now);
    await storeStructure(db, buildStreet(seed, { density: size === 'ruijin' ? 1.4 : 1 }), { crypto, now });
    await markSeedStep(db, 'structure', seed, now);
  });
  const log = { info: () => undefined, warn: () => undefined };
  await seedRegisters({ database: into, crypto, clock: { now: () => now }, log, size });
  await pool.query('vacuum analyze subject, fact, subject_secret, subject_link');
  return into.asSystem(
    async (db) => (await db.selectFrom('area').select('id').where('level', '=', 1).executeTakeFirstOrThrow()).id,
  );
}

/** The ledgers over and over, each time with other columns left out, as departments ask. */
function variantOf(ledgers: readonly PackForm[], n: number): FormDefinition {
  const ledger = ledgers[n % ledgers.length];
  if (!ledger) throw new Error('the pack has no ledgers');
  const round = Math.floor(n / ledgers.length);
  const left = ledger.form.columns.filter((_, at) => at < 3 || (at + round) % 5 !== 0 || round === 0);
  return { ...ledger.form, name: { zh: `${ledger.form.name.zh} ${round + 1}` }, columns: left };
}

async function file(siteId: string, definitions: readonly FormDefinition[]) {
  return database.asSystem(async (db) => {
    const unit = await db
      .selectFrom('unit')
      .select('id')
      .where('site_id', '=', siteId)
      .limit(1)
      .executeTakeFirstOrThrow();
    const filed = definitions.map((definition) => ({ id: newId(), definition }));
    for (const { id, definition } of filed) {
      await sql`insert into form (id, site_id, unit_id, name, item_code, state, version, made_at, changed_at)
        values (${id}, ${siteId}, ${unit.id}, ${definition.name.zh}, ${definition.item}, 'published', 1, ${now}, ${now})`.execute(
        db,
      );
      await sql`insert into form_version (form_id, version, definition, published_at) values (${id}, 1, ${JSON.stringify(definition)}::jsonb, ${now})`.execute(
        db,
      );
    }
    await sql`create table bare (id uuid, name text, fields jsonb)`.execute(db);
    return filed;
  });
}

function copyBare(siteId: string, definition: FormDefinition): Promise<void> {
  const { rows } = definition;
  if (rows.by !== 'subject') return Promise.resolve();
  return database.asSystem(
    async (db) =>
      void (await sql`insert into bare select s.id, s.name, s.fields from subject s
        where s.site_id = ${siteId} and ${chosenSql(rows, { tags: new Map(), today: dayOf(now) })}`.execute(db)),
  );
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}
