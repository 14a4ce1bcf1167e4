import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createDatabase, type Database, type Db, writeLater } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { createLog } from '../log.ts';
import { cancelDue, type DueHandler, runDue, scheduleDue } from './due-work.ts';

let now = new Date('2026-03-16T02:00:00Z');
const clock = { now: () => now };
const log = createLog('silent');
let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 8 }, () => undefined));
});
afterAll(async () => {
  await database.close();
  await drop();
});

const schedule = (key: string, at: Date, kind = 'ring') =>
  database.asSystem((db) => scheduleDue(db, [{ kind, key, at, data: { key } }]));
async function drain(handlers: Record<string, DueHandler>): Promise<void> {
  while (await runDue({ database, clock, log, handlers }));
}

describe('due work', () => {
  it('does what is due, nothing else, in order of time', async () => {
    const done: string[] = [];
    await schedule('second', new Date(now.getTime() - 1000));
    await schedule('first', new Date(now.getTime() - 2000));
    await schedule('later', new Date(now.getTime() + 60_000));
    await drain({ ring: async (_db, item) => void done.push(item.key) });
    expect(done).toEqual(['first', 'second']);
    await database.asSystem((db) => cancelDue(db, 'ring', ['later']));
  });

  it('happens once with four workers at the same time', async () => {
    const done: string[] = [];
    for (let i = 0; i < 40; i++) await schedule(`many-${i}`, now);
    await Promise.all(Array.from({ length: 4 }, () => drain({ ring: async (_db, item) => void done.push(item.key) })));
    expect(done.length).toBe(40);
    expect(new Set(done).size).toBe(40);
  });

  describe('sharing a transaction', () => {
    const together = (work: DueHandler): DueHandler => Object.assign<DueHandler, object>(work, { together: 20 });
    const txidOf = async (db: Db) =>
      (await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db)).rows[0]?.id ?? '';
    const storedKeys = async (prefix: string) =>
      (
        await database.asSystem((db) =>
          db.selectFrom('setting').select('key').where('key', 'like', `${prefix}%`).orderBy('key').execute(),
        )
      ).map((row) => row.key);
    const store = (db: Db, key: string) =>
      db.insertInto('setting').values({ key, value: '1', changed_at: now }).execute();

    it('does many in few transactions, each once, with four workers at the same time', async () => {
      for (let i = 0; i < 90; i++) await schedule(`shared-${i}`, now, 'shared');
      const done: string[] = [];
      const transactions = new Set<string>();
      const handler = together(async (db, item) => {
        transactions.add(await txidOf(db));
        done.push(item.key);
      });
      await Promise.all(Array.from({ length: 4 }, () => drain({ shared: handler })));
      expect(new Set(done).size).toBe(90);
      expect(done.length).toBe(90);
      expect(transactions.size).toBeLessThan(30);
    });

    it('puts off the one that fails, keeps nothing of it, and does the others', async () => {
      for (let i = 0; i < 10; i++) await schedule(`mixed-${i}`, now, 'mixed');
      const handler = together(async (db, item) => {
        await store(db, `mixed/${item.key}`);
        if (item.key === 'mixed-3') throw new Error('this one is broken');
        if (item.key === 'mixed-5') await sql`select 1 / 0`.execute(db);
        // Held, so that the fault comes out only after the handler is done.
        if (item.key === 'mixed-7') writeLater(db, sql`insert into setting values ('mixed/mixed-0', '1', now())`);
      });
      await drain({ mixed: handler });
      const expected = ['0', '1', '2', '4', '6', '8', '9'].map((n) => `mixed/mixed-${n}`);
      expect(await storedKeys('mixed/')).toEqual(expected);
      const left = await database.asSystem((db) =>
        db.selectFrom('due').select(['key', 'tries', 'problem']).where('kind', '=', 'mixed').orderBy('key').execute(),
      );
      expect(left.map((row) => [row.key, row.tries])).toEqual([
        ['mixed-3', 1],
        ['mixed-5', 1],
        ['mixed-7', 1],
      ]);
      expect(left[0]?.problem).toBe('this one is broken');
      expect(left[1]?.problem).toMatch(/division by zero/);
      expect(left[2]?.problem).toMatch(/duplicate key/);
      await database.asSystem((db) => cancelDue(db, 'mixed', ['mixed-3', 'mixed-5', 'mixed-7']));
    });

    it('leaves all of them due and undone when the connection is lost in the middle', async () => {
      for (let i = 0; i < 6; i++) await schedule(`cut-${i}`, now, 'cut');
      const handler = together(async (db, item) => {
        await store(db, `cut/${item.key}`);
        if (item.key === 'cut-4') await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
      });
      await expect(runDue({ database, clock, log, handlers: { cut: handler } })).rejects.toThrow();
      expect(await storedKeys('cut/')).toEqual([]);
      await drain({ cut: together(async (db, item) => void (await store(db, `cut/${item.key}`))) });
      expect((await storedKeys('cut/')).length).toBe(6);
    });

    it('stops after a while, so that readers of the journal do not wait for a long one', async () => {
      for (let i = 0; i < 10; i++) await schedule(`slow-${i}`, now, 'slow');
      const done: string[] = [];
      const handler = together(async (_db, item) => {
        await new Promise((later) => setTimeout(later, 100));
        done.push(item.key);
      });
      await runDue({ database, clock, log, handlers: { slow: handler } });
      expect(done.length).toBeLessThan(5);
      await drain({ slow: handler });
      expect(new Set(done).size).toBe(10);
      expect(done.length).toBe(10);
    });

    it('is only for kinds that ask for it', async () => {
      for (let i = 0; i < 5; i++) await schedule(`alone-${i}`, now, 'alone');
      const transactions = new Set<string>();
      await drain({ alone: async (db) => void transactions.add(await txidOf(db)) });
      expect(transactions.size).toBe(5);
    });
  });

  it('is put off when it fails, with the reason, and then done', async () => {
    await schedule('fails', now);
    let failures = 0;
    const handler: DueHandler = async () => {
      failures++;
      if (failures === 1) throw new Error('the gateway was silent');
    };
    await drain({ ring: handler });
    const row = await database.asSystem((db) =>
      db.selectFrom('due').select(['tries', 'problem', 'at']).where('key', '=', 'fails').executeTakeFirst(),
    );
    expect(row).toMatchObject({ tries: 1, problem: 'the gateway was silent' });
    now = new Date(now.getTime() + 61_000);
    await drain({ ring: handler });
    expect(failures).toBe(2);
  });

  it('leaves the effects undone when the handler fails', async () => {
    await schedule('half', now);
    await drain({
      ring: async (db) => {
        await db.insertInto('setting').values({ key: 'half', value: '1', changed_at: now }).execute();
        throw new Error('no');
      },
    });
    expect(
      await database.asSystem((db) =>
        db.selectFrom('setting').select('key').where('key', '=', 'half').executeTakeFirst(),
      ),
    ).toBeUndefined();
    await database.asSystem((db) => cancelDue(db, 'ring', ['half']));
  });

  it('moves to the new time when scheduled again, once', async () => {
    const done: string[] = [];
    await schedule('moved', now);
    await schedule('moved', new Date(now.getTime() + 5000));
    await drain({ ring: async (_db, item) => void done.push(item.key) });
    expect(done).toEqual([]);
    now = new Date(now.getTime() + 6000);
    await drain({ ring: async (_db, item) => void done.push(item.key) });
    expect(done).toEqual(['moved']);
  });

  it('does not touch kinds it has no handler for', async () => {
    await schedule('foreign', now, 'other-kind');
    await drain({ ring: async () => undefined });
    expect(
      await database.asSystem((db) =>
        db.selectFrom('due').select('key').where('key', '=', 'foreign').executeTakeFirst(),
      ),
    ).toBeDefined();
  });
});
