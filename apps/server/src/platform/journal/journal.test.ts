import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { afterCommit, createDatabase, type Database, type Db } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { newId } from '../ids.ts';
import { appendJournal } from './append-journal.ts';
import { type Consumer, drainConsumers, rewindConsumer, runConsumer } from './consumer.ts';
import { type Cursor, findHorizon, readJournal, readJournalOfKinds, startOfJournal } from './read-journal.ts';
import { sealJournal, verifyJournal } from './seal-journal.ts';

const clock = { now: () => new Date('2026-03-16T02:00:00Z') };
let pool: pg.Pool;
let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  pool = createPool({ connectionString: clone.connectionString }, { max: 8 }, () => undefined);
  database = createDatabase(pool, { guarded: true });
});
afterAll(async () => {
  await database.close();
  await drop();
});

const entry = (kind: string) => ({
  at: clock.now(),
  kind,
  noun: 'thing',
  nounId: newId(),
  path: 'a.b',
  actorId: null,
  requestId: null,
  data: { n: 1 },
});
/** The horizon is the whole server's: another test file's open transaction can hold rows back for a moment. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const kindsAfter = async (from: Cursor) => (await read(from)).map((r) => r.kind);
const read = (from = startOfJournal) => database.asSystem((db) => readJournal(db, from, 100_000));

async function storedRows(): Promise<number> {
  return Number((await pool.query<{ n: string }>('select count(*) as n from journal')).rows[0]?.n);
}

/** A transaction that writes and then waits to be told to commit. */
async function hold(kind: string) {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(`insert into journal (at, kind, noun, noun_id, path) values (now(), $1, 'thing', $2, 'a')`, [
    kind,
    newId(),
  ]);
  return async () => {
    await client.query('commit');
    client.release();
  };
}

describe('the journal', () => {
  it('never shows a row that an earlier, still running transaction could precede, and skips none', async () => {
    const before = await database.asSystem(findHorizon);
    const commitSlow = await hold('slow');
    await database.asSystem((db) => appendJournal(db, [entry('quick')]));
    expect(await kindsAfter(before)).toEqual([]);
    await commitSlow();
    await eventually(async () => expect(await kindsAfter(before)).toEqual(['slow', 'quick']));
  });

  it('gives a reader of few kinds those alone, and how far it was looked through', async () => {
    const before = await database.asSystem(findHorizon);
    const kinds = ['subject.changed', 'noise', 'noise', 'tags.changed', 'noise'];
    for (const kind of kinds) await database.asSystem((db) => appendJournal(db, [entry(kind)]));
    await eventually(async () => expect(await kindsAfter(before)).toEqual(kinds));
    const ofKinds = (from: Cursor, limit: number) =>
      database.asSystem((db) => readJournalOfKinds(db, from, { kinds: /^(subject|tags)[.]/, limit }));
    const all = await ofKinds(before, 10);
    expect(all.rows.map((row) => row.kind)).toEqual(['subject.changed', 'tags.changed']);
    expect(await kindsAfter(all.cursor)).toEqual([]);
    // A full page ends at its last row: what lies behind is still to be read.
    const first = await ofKinds(before, 1);
    expect(await kindsAfter(first.cursor)).toEqual(kinds.slice(1));
    expect((await ofKinds(first.cursor, 1)).rows.map((row) => row.kind)).toEqual(['tags.changed']);
    expect(await ofKinds(all.cursor, 10)).toEqual({ rows: [], cursor: all.cursor });
  });

  it('keeps rows whose number was drawn early and committed late, read by (xid, seq)', async () => {
    // The older transaction draws the higher number: a cursor on the number alone would pass the lower one by.
    const before = await database.asSystem(findHorizon);
    const older = await pool.connect();
    await older.query('begin');
    await older.query('select pg_current_xact_id()');
    const commitYounger = await hold('younger');
    await older.query(`insert into journal (at, kind, noun, noun_id, path) values (now(), 'older', 'thing', $1, 'a')`, [
      newId(),
    ]);
    await older.query('commit');
    older.release();
    await eventually(async () => expect(await kindsAfter(before)).toEqual(['older']));
    const last = (await read(before)).at(-1);
    await commitYounger();
    await eventually(async () => expect(last && (await kindsAfter(last))).toEqual(['younger']));
  });

  it('loses nothing and doubles nothing for a consumer racing eight writers', async () => {
    const seen: string[] = [];
    const consumer: Consumer = {
      name: 'race',
      batch: 7,
      handle: async (_db, rows) => void seen.push(...rows.filter((r) => r.kind === 'raced').map((r) => r.noun_id)),
    };
    let writing = true;
    const reader = (async () => {
      while (writing) await runConsumer(database, clock, consumer);
      await drainConsumers(database, clock, [consumer]);
    })();
    const written: string[] = [];
    await Promise.all(
      Array.from({ length: 6 }, async (_, w) => {
        for (let i = 0; i < 25; i++) {
          const e = entry('raced');
          await database.asSystem(async (db) => {
            await appendJournal(db, [e]);
            if ((i + w) % 5 === 0)
              await db.executeQuery((await import('kysely')).sql`select pg_sleep(0.01)`.compile(db));
          });
          written.push(e.nounId);
        }
      }),
    );
    writing = false;
    await reader;
    await eventually(async () => {
      await drainConsumers(database, clock, [consumer]);
      expect(seen.length).toBeGreaterThanOrEqual(written.length);
    });
    expect(seen.toSorted()).toEqual(written.toSorted());
  });

  it('moves a consumer only together with its effects, and rewinds', async () => {
    const seen: number[] = [];
    let fail = true;
    const consumer: Consumer = {
      name: 'fails once',
      handle: async (_db, rows) => {
        if (fail) throw new Error('not yet');
        seen.push(rows.length);
      },
    };
    const stored = await storedRows();
    await eventually(async () => expect((await read()).length).toBe(stored));
    await expect(runConsumer(database, clock, consumer)).rejects.toThrow('not yet');
    fail = false;
    await drainConsumers(database, clock, [consumer]);
    const total = seen.reduce((a, b) => a + b, 0);
    expect(total).toBe(stored);
    await rewindConsumer(database, consumer);
    await drainConsumers(database, clock, [consumer]);
    expect(seen.reduce((a, b) => a + b, 0)).toBe(total * 2);
  });

  it('refuses to change or remove history, and seals show it when somebody did', async () => {
    await eventually(async () => {
      await database.asSystem((db) => sealJournal(db, clock));
      expect((await verifyJournal(database)).rows).toBe(await storedRows());
    });
    expect(await verifyJournal(database)).toMatchObject({ broken: null });
    await expect(pool.query(`update journal set kind = 'other'`)).rejects.toThrow(/append-only/);
    await expect(pool.query('delete from journal')).rejects.toThrow(/append-only/);
    await expect(pool.query('truncate journal')).rejects.toThrow(/append-only/);
    await pool.query(
      `begin; set local linli.journal_repair = 'on'; update journal set data = '{"n": 2}' where seq = (select min(seq) from journal); commit`,
    );
    expect(await verifyJournal(database)).toMatchObject({ broken: { number: 1, why: 'hash-differs' } });
    await pool.query(
      `begin; set local linli.journal_repair = 'on'; delete from journal where seq = (select min(seq) from journal); commit`,
    );
    expect(await verifyJournal(database)).toMatchObject({ broken: { number: 1, why: 'rows-differ' } });
  });
});

describe('transaction handles', () => {
  it('refuses the outer handle inside a transaction', async () => {
    await expect(database.asSystem(async () => database.asSystem(async () => 1))).rejects.toThrow(
      /outer database handle/,
    );
  });

  it('refuses a handle after its transaction ended', async () => {
    let kept: Db | undefined;
    await database.asSystem(async (db) => {
      kept = db;
    });
    await expect(kept?.selectFrom('journal').select('seq').execute()).rejects.toThrow(/whose transaction is over/);
  });

  it('rolls back whole, and drops work meant for after the commit', async () => {
    let ran = false;
    const kind = `rolled back ${newId()}`;
    await expect(
      database.asSystem(async (db) => {
        await appendJournal(db, [entry(kind)]);
        afterCommit(db, () => {
          ran = true;
        });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect((await read()).some((r) => r.kind === kind)).toBe(false);
    expect(ran).toBe(false);
  });
});
