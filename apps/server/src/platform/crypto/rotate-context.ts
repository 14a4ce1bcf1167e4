import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { type Crypto, sealedHeader } from './crypto.ts';
import type { DataKeys } from './data-keys.ts';
import { type SealedColumn, sealedColumns } from './sealed-columns.ts';
import { readSealedBatch, writeSealedBatch } from './sealed-rows.ts';

type RotationDeps = { database: Database; keys: DataKeys; crypto: Crypto; clock: Clock };

/** What one rotation did. */
export type Rotation = { context: string; version: number; resumed: boolean; rows: number };

const BATCH_ROWS = 1000;

/**
 * Gives a context a new data key and seals everything of it again, in batches of a transaction each, beside a running product: readers
 * open both, writers follow after the lead. Killed halfway, the next call goes on with the same version. The key before is retired when
 * nothing is sealed with it any more.
 */
export async function rotateContext(
  deps: RotationDeps,
  context: string,
  options: { leadSeconds?: number; columns?: readonly SealedColumn[] } = {},
): Promise<Rotation> {
  const { database, keys, crypto, clock } = deps;
  const columns = (options.columns ?? sealedColumns).filter((column) => column.context === context);
  if (columns.length === 0) throw new Error(`no sealed column has the context ${context}`);
  const unfinished = await database.asSystem(async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from data_key
      where context = ${context} and purpose = 'encrypt' and version > 0 and retired_at is null`.execute(db);
    return (rows[0]?.n ?? 0) > 1;
  });
  const { leadSeconds } = options;
  if (!unfinished) {
    await database.asSystem((db) =>
      keys.add(db, {
        context,
        purpose: 'encrypt',
        now: clock.now(),
        ...(leadSeconds === undefined ? {} : { leadSeconds }),
      }),
    );
  }
  const newest = keys.newest(context);
  if (newest === undefined) throw new Error(`there is no data key of ${context}`);
  await wait(newest.usableInMs + 50);
  const header = sealedHeader(newest.suite, newest.version);
  let rows = 0;
  for (const column of columns) {
    // Twice: what others wrote with the old key while the first round ran is taken by the second.
    rows += await resealColumn({ database, crypto }, column, header);
    rows += await resealColumn({ database, crypto }, column, header);
  }
  await database.asSystem((db) =>
    sql`update data_key set retired_at = ${clock.now()} where context = ${context} and purpose = 'encrypt'
      and version < ${newest.version} and retired_at is null`.execute(db),
  );
  return { context, version: newest.version, resumed: unfinished, rows };
}

async function resealColumn(
  { database, crypto }: { database: Database; crypto: Crypto },
  column: SealedColumn,
  header: Buffer,
): Promise<number> {
  let after: readonly string[] | null = null;
  let done = 0;
  for (;;) {
    const last: readonly string[] | null = await database.asSystem(async (db) => {
      const found = await readSealedBatch(db, column, { after, limit: BATCH_ROWS, exceptHeader: header });
      const resealed = found.map((row) => ({
        key: row.key,
        before: row.sealed,
        set: { [column.column]: crypto.encrypt(crypto.decrypt(row.sealed, column.context), column.context) },
      }));
      done += await writeSealedBatch(db, column, resealed);
      return found.length < BATCH_ROWS ? null : (found.at(-1)?.key ?? null);
    });
    if (last === null) return done;
    after = last;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
