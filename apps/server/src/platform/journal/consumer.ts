import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database, Db } from '../db/database.ts';
import { type JournalRow, readJournal, startOfJournal } from './read-journal.ts';

/** Reads the journal in order. Must be idempotent: it may see a row again after a rewind. */
export interface Consumer {
  name: string;
  /** Rows a batch holds at most; 2000 when not said: a long backlog costs less in few large steps. */
  batch?: number;
  handle(db: Db, rows: readonly JournalRow[]): Promise<void>;
  /** Empties what the consumer keeps, before a rebuild from the start. */
  reset?(db: Db): Promise<void>;
}

const usualBatch = 2000;

/** True when a batch of so many rows was full, and more may be waiting. */
export function isFullBatch(consumer: Consumer, rows: number): boolean {
  return rows >= (consumer.batch ?? usualBatch);
}

/**
 * One batch: cursor and effects move in one transaction. Answers how many rows were read; null when another worker has this
 * consumer at the moment.
 */
export async function runConsumer(database: Database, clock: Clock, consumer: Consumer): Promise<number | null> {
  return database.asSystem(async (db) => {
    await db
      .insertInto('consumer')
      .values({ name: consumer.name, ...startOfJournal, at: clock.now(), caught_up_at: null })
      .onConflict((c) => c.column('name').doNothing())
      .execute();
    const cursor = await db
      .selectFrom('consumer')
      .select(['xid', 'seq', 'caught_up_at'])
      .where('name', '=', consumer.name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!cursor) return null;
    const most = consumer.batch ?? usualBatch;
    const rows = await readJournal(db, cursor, most);
    const caughtUpAt = cursor.caught_up_at ?? (rows.length < most ? clock.now() : null);
    const last = rows.at(-1);
    if (last) await consumer.handle(db, rows);
    if (last || cursor.caught_up_at !== caughtUpAt)
      await db
        .updateTable('consumer')
        .set({ ...(last ? { xid: last.xid, seq: last.seq } : {}), at: clock.now(), caught_up_at: caughtUpAt })
        .where('name', '=', consumer.name)
        .execute();
    return rows.length;
  });
}

/** Runs every consumer until none has anything left. For tests, scripts and rebuilds. */
export async function drainConsumers(database: Database, clock: Clock, consumers: readonly Consumer[]): Promise<void> {
  for (const consumer of consumers) {
    for (;;) {
      const read = await runConsumer(database, clock, consumer);
      if (read === 0 || read === null) break;
    }
  }
}

/** Back to the start: empties what it keeps and reads the whole journal again. */
export async function rewindConsumer(database: Database, consumer: Consumer): Promise<void> {
  await database.asSystem(async (db) => {
    await sql`select from consumer where name = ${consumer.name} for update`.execute(db);
    await consumer.reset?.(db);
    await db
      .updateTable('consumer')
      .set({ ...startOfJournal, caught_up_at: null })
      .where('name', '=', consumer.name)
      .execute();
  });
}

/** False until the consumer has read everything there was once: what it keeps is then not whole, and no figure. */
export async function hasCaughtUp(db: Db, name: string): Promise<boolean> {
  const row = await db.selectFrom('consumer').select('caught_up_at').where('name', '=', name).executeTakeFirst();
  return (row?.caught_up_at ?? null) !== null;
}
