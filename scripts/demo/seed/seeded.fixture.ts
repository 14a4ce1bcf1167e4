import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readPacks, storeKnownHolidays, storePacks } from '../../../apps/server/src/modules/cases/index.ts';
import { createCrypto } from '../../../apps/server/src/platform/crypto/index.ts';
import { createDatabase, type Database } from '../../../apps/server/src/platform/db/database.ts';
import { createPool } from '../../../apps/server/src/platform/db/pool.ts';
import { cloneDatabase } from '../../../apps/server/src/test/clone-database.ts';
import type { SeedDemoDeps } from './seed-demo.ts';

/** A working afternoon in Shanghai. */
export const afternoon = new Date('2026-11-18T15:20:00+08:00');

export interface SeedBench {
  database: Database;
  deps: SeedDemoDeps & { warnings: string[] };
  close(): Promise<void>;
}

/** An empty database with packs and holidays, and what `seedDemo` needs; files are only hashed. */
export async function openSeedBench(now: Date = afternoon): Promise<SeedBench> {
  const clone = await cloneDatabase();
  const pool = createPool({ connectionString: clone.connectionString }, { max: 4 }, () => undefined);
  const database = createDatabase(pool);
  const packs = await readPacks(fileURLToPath(new URL('../../../packs', import.meta.url)));
  await database.asSystem(async (db) => {
    await storePacks(db, packs, now);
    await storeKnownHolidays(db, [now.getUTCFullYear() - 1, now.getUTCFullYear(), now.getUTCFullYear() + 1], now);
  });
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (about: unknown) => void warnings.push(JSON.stringify(about)) };
  const crypto = createCrypto({ masterKey: Buffer.alloc(32, 7) });
  return {
    database,
    deps: { database, crypto, clock: { now: () => now }, log, files: hashingFiles, warnings },
    async close() {
      await database.close();
      await clone.drop();
    },
  };
}

const hashingFiles: SeedDemoDeps['files'] = {
  async put(input) {
    if (!Buffer.isBuffer(input)) throw new Error('the demonstration stores buffers');
    const hash = createHash('sha256').update(input).digest('hex');
    return { hash, bytes: input.length, contentType: 'image/webp', width: 640, height: 480, thumbHash: hash };
  },
};
