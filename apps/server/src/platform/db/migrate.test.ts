import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSchema } from '../../../../../scripts/describe-schema.ts';
import { cloneDatabase } from '../../test/clone-database.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';

let folder: string;
let pool: pg.Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-migrate-'));
  const clone = await cloneDatabase();
  drop = clone.drop;
  pool = createPool({ connectionString: clone.connectionString }, { max: 6 }, () => undefined);
});
afterAll(async () => {
  await pool.end();
  await drop();
  await rm(folder, { recursive: true, force: true });
});

/** An empty database, without even the migration table. */
async function emptyPool(): Promise<{ pool: pg.Pool; drop(): Promise<void> }> {
  const empty = await cloneDatabase('template0');
  const own = createPool({ connectionString: empty.connectionString }, { max: 6 }, () => undefined);
  return {
    pool: own,
    async drop() {
      await own.end();
      await empty.drop();
    },
  };
}

describe('migrations', () => {
  it('make exactly the schema that db/schema.sql shows (npm run schema writes it)', async () => {
    expect(await describeSchema(pool)).toBe(await readFile('db/schema.sql', 'utf8'));
  });

  it('keep saved views by the days of handling as views by the figure, and have the figures counted again', async () => {
    const own = await mkdtemp(join(tmpdir(), 'linli-marks-'));
    const empty = await emptyPool();
    const files = (await readdir('db/migrations')).sort();
    const marks = '0049-case-marks.sql';
    for (const file of files.filter((each) => each < marks))
      await copyFile(join('db/migrations', file), join(own, file));
    await migrate(empty.pool, own);
    const ask = (text: string) => empty.pool.query(`set linli.system = 'on'; ${text}`);
    await ask(`alter table saved_view drop constraint saved_view_account_fk;
      insert into saved_view (id, account_id, name, filter, sort) values
        (gen_random_uuid(), gen_random_uuid(), 'old', '{"handleDueFrom":"2026-03-01","overdue":true}', 'due'),
        (gen_random_uuid(), gen_random_uuid(), 'other', '{"overdue":true}', 'due');
      insert into consumer (name, xid, seq, at, caught_up_at) values ('measures', '7', 7, now(), now()), ('hot-spots', '7', 7, now(), now())`);
    await copyFile(join('db/migrations', marks), join(own, marks));
    expect(await migrate(empty.pool, own)).toEqual([marks]);
    const client = await empty.pool.connect();
    await client.query("set linli.system = 'on'");
    const views = await client.query('select filter from saved_view order by name');
    const consumers = await client.query(
      'select name, seq::int, caught_up_at is null as behind from consumer order by name',
    );
    client.release();
    expect(views.rows.map(({ filter }) => filter)).toEqual([
      { overdue: true, counted: 'dueForHandling', countedFrom: '2026-03-01', countedUntil: '2099-12-31' },
      { overdue: true },
    ]);
    expect(consumers.rows).toEqual([
      { name: 'hot-spots', seq: 7, behind: false },
      { name: 'measures', seq: 0, behind: true },
    ]);
    await empty.drop();
    await rm(own, { recursive: true });
  }, 60_000);

  it('run once when several processes start together', async () => {
    const empty = await emptyPool();
    await writeFile(join(folder, '0001-one.sql'), 'create table one (n int); insert into one values (1)');
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(empty.pool, folder)));
    expect(applied.flat()).toEqual(['0001-one.sql']);
    expect((await empty.pool.query('select n from one')).rows.length).toBe(1);
    await empty.drop();
  });

  it('leave nothing of one that fails, name it, and refuse one that was changed after it ran', async () => {
    const empty = await emptyPool();
    await writeFile(join(folder, '0001-one.sql'), 'create table one (n int)');
    await writeFile(join(folder, '0002-two.sql'), 'create table two (n int); select no_such_function()');
    await expect(migrate(empty.pool, folder)).rejects.toThrow('migration 0002-two.sql failed');
    expect((await empty.pool.query(`select to_regclass('two') as two, to_regclass('one') as one`)).rows[0]).toEqual({
      two: null,
      one: 'one',
    });
    await writeFile(join(folder, '0001-one.sql'), 'create table one (n bigint)');
    await expect(migrate(empty.pool, folder)).rejects.toThrow(/0001-one.sql was changed/);
    await empty.drop();
    await rm(join(folder, '0002-two.sql'));
  });

  it('refuse a database newer than the program', async () => {
    const empty = await emptyPool();
    await writeFile(join(folder, '0001-one.sql'), 'create table one (n int)');
    await migrate(empty.pool, folder);
    await empty.pool.query(`insert into migration values ('0099-future.sql', 'x')`);
    await expect(migrate(empty.pool, folder)).rejects.toThrow(/newer than this program/);
    await empty.drop();
  });
});
