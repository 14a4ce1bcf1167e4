import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Consumer, runConsumer } from '../../platform/journal/index.ts';

/**
 * Runs a consumer until it stands at the end of the journal; `batches` are the sizes its batches take in turn. Other databases of
 * the same server share the counter of transactions, so a test running beside this one can hold the end back for a moment.
 */
export async function catchUp(
  database: Database,
  clock: Clock,
  consumer: Consumer,
  batches: readonly number[] = [500],
): Promise<void> {
  for (let turn = 0; turn < 20_000; turn++) {
    const read = await runConsumer(database, clock, { ...consumer, batch: batches[turn % batches.length] ?? 500 });
    if (read !== 0) continue;
    if (await isAtEnd(database, consumer.name)) return;
    await sleep(10);
  }
  throw new Error(`consumer ${consumer.name} did not reach the end of the journal`);
}

async function isAtEnd(database: Database, name: string): Promise<boolean> {
  return database.asSystem(async (db) => {
    const { rows } = await sql<{ behind: boolean }>`select exists (select from journal, consumer
      where consumer.name = ${name} and (journal.xid, journal.seq) > (consumer.xid, consumer.seq)) as behind`.execute(
      db,
    );
    return rows[0]?.behind === false;
  });
}
