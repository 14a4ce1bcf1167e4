import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
