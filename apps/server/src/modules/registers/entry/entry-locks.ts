import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** Where the lists and the entries of a site meet. */
function meetingKey(siteId: string): string {
  return `subjects:${siteId}`;
}

/**
 * A batch of a list looks up and writes alone, until the end of its transaction: the lists of a site wait for each other, and entries that
 * look somebody up wait for the batch that runs, never for the whole list.
 */
export async function lockForList(db: Db, siteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${meetingKey(siteId)}, 0))`.execute(db);
}

/**
 * One entry at a time for each of these keys (a number, a room): two at once would both find nobody. Entries of other keys go side by side.
 * Nothing to look up waits for nobody. Taken before any row is locked, as lists do.
 */
export async function lockForEntry(db: Db, siteId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${meetingKey(siteId)}, 0))`.execute(db);
  for (const key of [...keys].sort()) await lockKey(db, key);
}

/** One thing at a time under this name, until the end of the transaction. */
export async function lockKey(db: Db, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`subject:${key}`}, 0))`.execute(db);
}
