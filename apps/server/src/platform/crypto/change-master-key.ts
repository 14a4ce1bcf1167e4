import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { KEY_BYTES, type SuiteName } from './cipher-suite.ts';
import { CryptoError } from './crypto-error.ts';
import { openDataKey, sealDataKey } from './data-keys.ts';

type Row = { context: string; purpose: string; version: number; suite: SuiteName; sealed: Buffer };

/**
 * Seals every data key with another master key, in one transaction: afterwards only the new one opens them, and a killed call changed
 * nothing. No column is touched. Rows the new key opens already are left, so the call may be repeated. A product that runs keeps working
 * with the keys it holds, and needs the new one at its next start. Answers how many were sealed again.
 */
export async function changeMasterKey(database: Database, change: { from: Buffer; to: Buffer }): Promise<number> {
  if (change.to.length !== KEY_BYTES) throw new CryptoError(`the master key must be ${KEY_BYTES} bytes`);
  return database.asSystem(async (db) => {
    const { rows } = await sql<Row>`select context, purpose, version, suite, sealed from data_key for update`.execute(
      db,
    );
    let changed = 0;
    for (const row of rows) {
      if (opens(change.to, row)) continue;
      const sealed = sealDataKey(change.to, row, openDataKey(change.from, row));
      await sql`update data_key set sealed = ${sealed} where context = ${row.context} and purpose = ${row.purpose}
        and version = ${row.version}`.execute(db);
      changed += 1;
    }
    return changed;
  });
}

function opens(masterKey: Buffer, row: Row): boolean {
  try {
    openDataKey(masterKey, row);
    return true;
  } catch {
    return false;
  }
}
