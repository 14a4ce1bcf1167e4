import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { newId } from '../ids.ts';
import { appendJournal } from './append-journal.ts';
import { type Consumer, drainConsumers, runConsumer } from './consumer.ts';
import { rebaseJournal, refuseForeignJournal } from './rebase-journal.ts';
import { sealJournal, verifyJournal } from './seal-journal.ts';

const clock = { now: () => new Date('2026-03-16T02:00:00Z') };
let database: Database;
let drop: () => Promise<void>;

beforeEach(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 4 }, () => undefined));
});
afterEach(async () => {
  await database.close();
  await drop();
});

const write = (kind: string) =>
  database.asSystem((db) =>
    appendJournal(db, [
      {
        at: clock.now(),
        kind,
        noun: 'thing',
        nounId: newId(),
        path: 'a',
        actorId: null,
        requestId: null,
        data: { kind },
      },
    ]),
  );
/** Rows as another cluster would have left them: kind, transaction id, number. */
const insertOld = (rows: readonly [string, number, number][]) =>
  database.asSystem(async (db) => {
    for (const [kind, xid, seq] of rows)
      await sql`insert into journal (seq, xid, at, kind, noun, noun_id, path) overriding system value
        values (${seq}, ${String(xid)}::text::xid8, ${clock.now()}, ${kind}, 'thing', ${newId()}, 'a')`.execute(db);
    await sql`select setval(pg_get_serial_sequence('journal', 'seq'), (select max(seq) from journal))`.execute(db);
  });
const far = 5_000_000_000;
/** Written side by side: transaction far+2 drew number 3 before far+1 drew 4, far+5 drew 6 before far+4 drew 7. */
const sideBySide: [string, number, number][] = [
  ['a', far, 1],
  ['b', far, 2],
  ['d', far + 2, 3],
  ['c', far + 1, 4],
  ['e', far + 3, 5],
  ['g', far + 5, 6],
  ['f', far + 4, 7],
];
const ordered = async () =>
  (
    await database.asSystem((db) =>
      sql<{ kind: string; seq: number }>`select kind, seq::int as seq from journal order by xid, seq`.execute(db),
    )
  ).rows;
/** Pretends that everything written so far came from a cluster that was much further. */
const carryAway = () =>
  database.asSystem(async (db) => {
    await sql`set local linli.journal_repair = 'on'`.execute(db);
    for (const [table, column] of [
      ['journal', 'xid'],
      ['consumer', 'xid'],
      ['journal_seal', 'from_xid'],
      ['journal_seal', 'until_xid'],
    ] as const)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = (${sql.ref(column)}::text::numeric + ${far})::text::xid8 where ${sql.ref(column)} <> '0'`.execute(
        db,
      );
  });
const collector = (seen: string[], batch = 500): Consumer => ({
  name: 'collector',
  batch,
  handle: async (_db, rows) => void seen.push(...rows.map((r) => r.kind)),
});

/** The horizon is the whole server's: another test file's open transaction can hold the last rows back for a moment. */
const patient = { timeout: 20_000, interval: 20 };

/** Seals once every row can be read; 0 while one is still held back. */
async function sealAll(): Promise<number> {
  return database.asSystem(async (db) => {
    const { rows } = await sql<{ held: boolean }>`select exists (select from journal
      where xid >= pg_snapshot_xmin(pg_current_snapshot())) as held`.execute(db);
    return rows[0]?.held ? 0 : sealJournal(db, clock);
  });
}

async function drainUntil(seen: string[], count: number): Promise<void> {
  await vi.waitFor(async () => {
    await drainConsumers(database, clock, [collector(seen)]);
    expect(seen.length).toBeGreaterThanOrEqual(count);
  }, patient);
}

describe('a journal of another cluster', () => {
  it('is refused at the start, since its rows would not be seen and new ones would come before them', async () => {
    await write('own');
    await expect(refuseForeignJournal(database)).resolves.toBeUndefined();
    await insertOld(sideBySide.map(([kind, xid, seq]) => [kind, xid, seq + 100]));
    await expect(refuseForeignJournal(database)).rejects.toThrow(/npm run rebase-journal/);
    await rebaseJournal(database);
    await expect(refuseForeignJournal(database)).resolves.toBeUndefined();
  });

  it('is no false alarm while others write', async () => {
    let writing = true;
    const writers = Array.from({ length: 2 }, async () => {
      while (writing) await write('busy');
    });
    for (let i = 0; i < 30; i++) await refuseForeignJournal(database);
    writing = false;
    await Promise.all(writers);
  });

  it('keeps its order and its numbers, and is read by whoever comes anew', async () => {
    await insertOld(sideBySide);
    const before = await ordered();
    expect(before.map((r) => r.kind).join('')).toBe('abcdefg');
    expect(await rebaseJournal(database)).toEqual({ rows: 7, ids: 3 });
    expect(await ordered()).toEqual(before);
    await write('new');
    const seen: string[] = [];
    await drainUntil(seen, 8);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'new']);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('lets a consumer that had read %i rows go on exactly there', async (read) => {
    await insertOld(sideBySide);
    const stopped = (
      await database.asSystem((db) =>
        sql<{
          xid: string;
          seq: string;
        }>`select xid::text, seq::text from journal order by xid, seq offset ${Math.max(0, read - 1)} limit 1`.execute(
          db,
        ),
      )
    ).rows[0];
    const at = read === 0 ? { xid: '0', seq: '0' } : stopped;
    await database.asSystem((db) =>
      sql`insert into consumer (name, xid, seq, at) values ('collector', ${at?.xid}::text::xid8, ${at?.seq}, now())`.execute(
        db,
      ),
    );
    await rebaseJournal(database);
    await write('new');
    const seen: string[] = [];
    // The horizon is the whole server's: another test file can hold the last row back for a moment.
    await vi.waitFor(
      async () => {
        await drainConsumers(database, clock, [collector(seen)]);
        expect(seen).toEqual([...[...'abcdefg'].slice(read), 'new']);
      },
      { timeout: 20_000, interval: 20 },
    );
  });

  it('keeps its seals: they fit before and after, go on, and still show what was rewritten', async () => {
    for (const kind of ['one', 'two', 'three']) await write(kind);
    await expect.poll(sealAll, patient).toBe(3);
    for (const kind of ['four', 'five']) await write(kind);
    await expect.poll(sealAll, patient).toBe(2);
    const seen: string[] = [];
    await runConsumer(database, clock, collector(seen, 4));
    await carryAway();
    await rebaseJournal(database);
    expect(await verifyJournal(database)).toEqual({ seals: 2, rows: 5, broken: null });
    await write('six');
    await expect.poll(sealAll, patient).toBe(1);
    expect(await verifyJournal(database)).toEqual({ seals: 3, rows: 6, broken: null });
    await drainUntil(seen, 6);
    expect(seen).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
    await database.pool.query(
      `begin; set local linli.journal_repair = 'on'; update journal set kind = 'other' where kind = 'four'; commit`,
    );
    expect(await verifyJournal(database)).toMatchObject({ broken: { number: 2, why: 'hash-differs' } });
  });

  it('shows in the seals when somebody gave rows another order', async () => {
    for (const kind of ['one', 'two', 'three']) await write(kind);
    await expect.poll(sealAll, patient).toBe(3);
    await database.pool.query(
      `begin; set local linli.journal_repair = 'on'; update journal set xid = '4' where kind = 'two'; update journal set xid = '5' where kind = 'one'; commit`,
    );
    expect((await verifyJournal(database)).broken).toMatchObject({ number: 1 });
  });

  it('is left alone when it is of this cluster', async () => {
    await write('own');
    const before = await ordered();
    expect(await rebaseJournal(database)).toEqual({ rows: 0, ids: 0 });
    expect(await ordered()).toEqual(before);
  });

  it('moves the counter on when more ids are needed than the cluster has passed', async () => {
    const { rows } = await database.pool.query<{ now: string }>('select pg_current_xact_id()::text as now');
    const now = Number(rows[0]?.now);
    const many = now + 500; // every second row falls back: as many ids as rows, more than the cluster has passed
    await database.asSystem((db) =>
      sql`insert into journal (seq, xid, at, kind, noun, noun_id, path) overriding system value
      select ${many + 1} - n, (${far}::bigint + n)::text::xid8, now(), n::text, 'thing', ${newId()}, 'a' from generate_series(1, ${many}::int) n`.execute(
        db,
      ),
    );
    expect(await rebaseJournal(database)).toEqual({ rows: many, ids: many });
    await expect(refuseForeignJournal(database)).resolves.toBeUndefined();
    expect((await ordered()).map((r) => Number(r.kind))).toEqual(Array.from({ length: many }, (_, i) => i + 1));
  });
});
