import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { createLog } from '../log.ts';
import { cancelDue, type DueHandler, runOneDue, scheduleDue } from './due-work.ts';

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
  while (await runOneDue({ database, clock, log, handlers }));
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
