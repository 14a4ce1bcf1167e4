import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createDatabase, type Database, type Db } from './database.ts';
import { createPool } from './pool.ts';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 3 }, () => undefined));
});
afterAll(async () => {
  await database.close();
  await drop();
});

const isThere = async (db: Db, key: string) =>
  (await sql`select from setting where key = ${key}`.execute(db)).rows.length > 0;
const take = (db: Db, key: string) =>
  sql`insert into setting (key, value, changed_at) values (${key}, '1', '2026-03-16T02:00:00Z')`.execute(db);

it('sees in the second try what somebody else took in the first', async () => {
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  let waiting = 0;
  const both = () =>
    database.asSystem(async (db) => {
      if (await isThere(db, 'number')) return 'taken';
      if (++waiting === 2) meet();
      await met;
      await take(db, 'number');
      return 'mine';
    });
  expect((await Promise.all([both(), both()])).sort()).toEqual(['mine', 'taken']);
});

it('is told when the second try ends the same', async () => {
  let tries = 0;
  const wrong = database.asSystem(async (db) => {
    tries++;
    await take(db, 'twice');
    await take(db, 'twice');
  });
  await expect(wrong).rejects.toMatchObject({ code: '23505' });
  expect(tries).toBe(2);
});
