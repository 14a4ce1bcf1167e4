import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pack } from '@linli/domain';
import { sql } from 'kysely';
import { storePacks } from '../../apps/server/src/modules/cases/load-packs.ts';
import { createCrypto, loadMasterKey } from '../../apps/server/src/platform/crypto/index.ts';
import { createDatabase, type Database } from '../../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../../apps/server/src/platform/db/migrate.ts';
import { createPool } from '../../apps/server/src/platform/db/pool.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { buildSmallStreet } from '../../apps/server/src/test/small-street.ts';

/** The deadline of every case: clock time, so that it falls due whatever the hour. */
export const deadlineSeconds = 2;

/** A small street on an embedded database of its own, with one case type whose only clock runs out almost at once. */
export interface FaultSite {
  dataDir: string;
  database: Database;
  /** Session cookies of residents who may report. */
  cookies: readonly string[];
  point: { lng: number; lat: number };
  /** Brings the database up when it was killed and nobody else did. */
  ensureRunning(): Promise<void>;
  close(): Promise<void>;
}

export async function createFaultSite(): Promise<FaultSite> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-faults-'));
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const pool = createPool(embedded.connection, { max: 4 }, () => undefined);
  const database = createDatabase(pool);
  await migrate(pool, join(import.meta.dirname, '../../db/migrations'));
  const street = await buildSmallStreet(database);
  await database.asSystem((db) => storePacks(db, [faultPack], new Date()));
  const crypto = createCrypto({ masterKey: await loadMasterKey(dataDir, {}) });
  const cookies = Array.from({ length: 8 }, () => crypto.token());
  await database.asSystem(async (db) => {
    for (const [n, token] of cookies.entries()) {
      const id = newId();
      await sql`insert into account (id, kind, name, created_at) values (${id}, 'resident', ${`居民${n}`}, now())`.execute(
        db,
      );
      await sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
        values (${crypto.hashToken(token)}, ${id}, now(), now(), now() + interval '1 day')`.execute(db);
    }
  });
  return {
    dataDir,
    database,
    cookies: cookies.map((token) => `linli_session=${token}`),
    point: street.area.east1.point,
    ensureRunning: async () => void (await embedded.ensureRunning()),
    async close() {
      await database.close();
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const faultPack = Pack.parse({
  pack: 'faults',
  version: 1,
  name: { zh: '故障演练' },
  description: { zh: '一件事，一个两秒的时限' },
  systems: ['C1'],
  caseTypes: [
    {
      code: 'fault-drill',
      name: { zh: '演练' },
      standard: { ref: 'local', kind: 'event', code: 'fault-drill' },
      group: 'drill',
      reporters: ['resident'],
      visibility: 'public',
      deadlines: { handle: { value: deadlineSeconds / 3600, unit: 'urgent-hour' } },
      dispatch: [{ key: 'greening', label: { zh: '派绿化' }, target: { to: 'unit', unitKey: 'unit-greening' } }],
      escalation: [{ clock: 'handle', afterMinutes: 0, notify: ['handler'], action: 'escalate' }],
    },
  ],
});
