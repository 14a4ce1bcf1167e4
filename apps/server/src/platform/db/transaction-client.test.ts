import { type Actor, systemActor } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import {
  afterCommit,
  behindGate,
  createDatabase,
  type Database,
  type Db,
  elevated,
  readBoth,
  writeLater,
} from './database.ts';
import { createPool } from './pool.ts';

let database: Database;
let drop: () => Promise<void>;
const nobody: Actor = { kind: 'anonymous', accountId: null, name: '', scopes: [], pools: [] };

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 3 }, () => undefined));
});
afterAll(async () => {
  await database.close();
  await drop();
});

const keep = (key: string) =>
  sql`insert into setting (key, value, changed_at) values (${key}, '1', '2026-03-16T02:00:00Z')`;
const kept = async (db: Db, key: string) =>
  (await sql`select key from setting where key = ${key}`.execute(db)).rows.length === 1;
const systemNow = async (db: Db) =>
  (await sql<{ is: boolean }>`select linli_system() as is`.execute(db)).rows[0]?.is ?? null;

describe('what is done as the product itself', () => {
  it('ends with the work, also when that fails and the caller goes on', async () => {
    const seen = await database.as(nobody, async (db) => {
      await elevated(db, async () => Promise.reject(new Error('refused'))).catch(() => undefined);
      const after = await systemNow(db);
      const inside = await elevated(db, () => systemNow(db));
      return [after, inside, await systemNow(db)];
    });
    expect(seen).toEqual([false, true, false]);
  });
});

describe('statements held for the next write', () => {
  it('are done before what comes after them in the transaction', async () => {
    const seen = await database.asSystem(async (db) => {
      writeLater(db, keep('held'));
      return kept(db, 'held');
    });
    expect(seen).toBe(true);
  });

  it('are done with the commit when nothing comes after them', async () => {
    await database.asSystem(async (db) => writeLater(db, keep('last')));
    expect(await database.asSystem((db) => kept(db, 'last'))).toBe(true);
  });

  it('fail the transaction with their own fault, and nothing of it stays', async () => {
    await database.asSystem((db) => keep('twice').execute(db));
    const fails = database.asSystem(async (db) => {
      await keep('beside').execute(db);
      writeLater(db, keep('twice'));
      writeLater(db, keep('after the fault'));
      return kept(db, 'beside');
    });
    await expect(fails).rejects.toMatchObject({ code: '23505' });
    const atCommit = database.asSystem(async (db) => {
      await keep('beside').execute(db);
      writeLater(db, keep('twice'));
    });
    await expect(atCommit).rejects.toMatchObject({ code: '23505' });
    expect(await database.asSystem((db) => kept(db, 'beside'))).toBe(false);
  });

  it('are dropped when the transaction is given up before they were sent', async () => {
    const given = database.asSystem(async (db) => {
      writeLater(db, keep('given up'));
      throw new Error('changed my mind');
    });
    await expect(given).rejects.toThrow('changed my mind');
    expect(await database.asSystem((db) => kept(db, 'given up'))).toBe(false);
  });

  it('leave the connection clean for the next transaction', async () => {
    for (let i = 0; i < 6; i++) {
      await database.asSystem(async (db) => writeLater(db, sql`select 1 / 0`)).catch(() => undefined);
      expect(await database.as(nobody, systemNow)).toBe(false);
      expect(await database.as(systemActor, systemNow)).toBe(true);
    }
  });

  it('send nothing at all for a transaction given up before its first statement', async () => {
    const given = database.asSystem(async () => {
      throw new Error('not even begun');
    });
    await expect(given).rejects.toThrow('not even begun');
    expect(await database.as(nobody, systemNow)).toBe(false);
  });

  it('cannot be held by a handle whose transaction is over', async () => {
    let old: Db | null = null;
    await database.asSystem(async (db) => {
      old = db;
    });
    expect(() => writeLater(old as unknown as Db, keep('late'))).toThrow(/not of a running transaction/); // set above
  });
});

describe('elevated', () => {
  it('covers what is held in it and ends with it', async () => {
    const states = await database.as(nobody, async (db) => {
      const before = await systemNow(db);
      const within = await elevated(db, () => elevated(db, () => systemNow(db)));
      return [before, within, await systemNow(db)];
    });
    expect(states).toEqual([false, true, false]);
  });

  it('does not widen a write held before it or after it', async () => {
    const view = sql`insert into sign_in_try (key_hash, at) values ('\\x00', now())`; // the product's own table
    const before = database.as(nobody, async (db) => {
      writeLater(db, view);
      await elevated(db, async () => writeLater(db, sql`select 1`));
    });
    await expect(before).rejects.toMatchObject({ code: '42501' });
    const after = database.as(nobody, async (db) => {
      await elevated(db, async () => writeLater(db, sql`select 1`));
      writeLater(db, view);
    });
    await expect(after).rejects.toMatchObject({ code: '42501' });
    await database.as(nobody, (db) => elevated(db, async () => writeLater(db, view)));
  });
});

describe('two questions in one round trip', () => {
  it('are answered in order, each with its own rows', async () => {
    const [a, b] = await database.asSystem((db) =>
      readBoth(db, sql<{ n: number }>`select 1 as n`, sql<{ n: number }>`select generate_series(2, 3) as n`),
    );
    expect([a, b]).toEqual([[{ n: 1 }], [{ n: 2 }, { n: 3 }]]);
  });

  it('fail with the first fault', async () => {
    const fails = database.asSystem((db) => readBoth(db, sql`select 1 / 0`, sql`select 1`));
    await expect(fails).rejects.toMatchObject({ code: '22012' });
  });
});

describe('work behind a gate', () => {
  const gate = (key: string) =>
    sql`insert into setting (key, value, changed_at) values (${key}, '1', '2026-03-16T02:00:00Z') on conflict do nothing returning key`;

  it('is done the first time only', async () => {
    const enter = (what: string) =>
      database.asSystem((db) =>
        behindGate(db, gate('gate'), () =>
          keep(what)
            .execute(db)
            .then(() => what),
        ),
      );
    expect(await enter('behind 1')).toEqual({ result: 'behind 1' });
    expect(await enter('behind 2')).toBeNull();
    expect(await database.asSystem((db) => kept(db, 'behind 2'))).toBe(false);
    // What fails only because it was done before is not told as a fault.
    expect(await enter('behind 1')).toBeNull();
  });

  it('is not done by swallowing the fault, nor told of after the commit; the transaction goes on', async () => {
    await database.asSystem((db) => gate('gate of two').execute(db));
    let told = false;
    await database.as(nobody, (db) =>
      elevated(db, async () => {
        const again = await behindGate(db, gate('gate of two'), () =>
          elevated(db, async () => {
            afterCommit(db, () => {
              told = true;
            });
            await keep('swallowed')
              .execute(db)
              .catch(() => undefined);
            writeLater(db, keep('swallowed later'));
            return 'as if nothing happened';
          }),
        );
        expect(again).toBeNull();
      }),
    );
    await database.asSystem(async (db) => {
      await behindGate(db, gate('gate of two'), async () => 'nothing asked').then((r) => expect(r).toBeNull());
      expect([await kept(db, 'swallowed'), await kept(db, 'swallowed later')]).toEqual([false, false]);
    });
    expect(told).toBe(false);
  });

  it('that is refused before its first statement is refused the first time, and keeps nothing', async () => {
    const refused = () =>
      database.asSystem((db) => behindGate(db, gate('refused'), () => Promise.reject(new Error('no such month'))));
    await expect(refused()).rejects.toThrow('no such month');
    expect(await database.asSystem((db) => kept(db, 'refused'))).toBe(false);
    await database.asSystem((db) => gate('refused').execute(db));
    expect(await refused()).toBeNull();
  });
});
