import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Crypto } from './crypto.ts';
import type { DataKeys } from './data-keys.ts';
import { sealedColumns } from './sealed-columns.ts';
import { readSealedBatch, writeSealedBatch } from './sealed-rows.ts';

const BATCH_ROWS = 1000;

/**
 * Gives a context a new look-up key, of the suite in force, and makes its hashes again from the sealed texts, in one transaction: with
 * half the hashes of one key and half of another nobody could be found. The product must stand still meanwhile; this refuses while anybody
 * else is connected. Hashes without a sealed text beside them (addresses in the delivery log) stop matching. Answers the rows changed.
 */
export async function rehashContext(
  deps: { database: Database; keys: DataKeys; crypto: Crypto; clock: Clock },
  context: string,
): Promise<number> {
  const columns = sealedColumns.filter((column) => column.hash?.context === context);
  if (columns.length === 0)
    throw new Error(`hashes of ${context} cannot be made again: no sealed text stands beside them`);
  return deps.database.asSystem(async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(db);
    if ((rows[0]?.n ?? 0) > 0) throw new Error('stop the product first: somebody else is connected to the database');
    await deps.keys.add(db, { context, purpose: 'lookup', now: deps.clock.now(), leadSeconds: 0 });
    let changed = 0;
    for (const column of columns) {
      const { hash } = column;
      if (hash === undefined) continue;
      let after: readonly string[] | null = null;
      do {
        const found = await readSealedBatch(db, column, { after, limit: BATCH_ROWS });
        const rehashed = found.map((row) => {
          const text = hash.hashedText(deps.crypto.decrypt(row.sealed, column.context), row.kind);
          return { key: row.key, before: row.sealed, set: { [hash.column]: deps.crypto.lookupHash(text, context) } };
        });
        changed += await writeSealedBatch(db, column, rehashed);
        after = found.length < BATCH_ROWS ? null : (found.at(-1)?.key ?? null);
      } while (after !== null);
    }
    await sql`update data_key set retired_at = ${deps.clock.now()} where context = ${context} and purpose = 'lookup' and retired_at is null
      and version < (select max(version) from data_key where context = ${context} and purpose = 'lookup')`.execute(db);
    return changed;
  });
}
