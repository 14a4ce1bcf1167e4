import { fileURLToPath } from 'node:url';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { type Crypto, createSealing, loadMasterKey } from '../apps/server/src/platform/crypto/index.ts';
import { createDatabase, type Database } from '../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../apps/server/src/platform/db/migrate.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { readEnvironment } from '../apps/server/src/platform/env.ts';

/** The database of the environment with its keys, for a command beside the product; a demonstration is refused. Prints what goes wrong. */
export async function withSealedDatabase(run: (database: Database, crypto: Crypto) => Promise<void>): Promise<void> {
  const environment = readEnvironment(process.env);
  const config = readConfig(environment, []);
  if (config.demo) {
    // Its codes stand on the page: whoever opened it could sign in as any resident.
    console.error('This would be a demonstration. Name your own PostgreSQL with DATABASE_URL, or set LINLI_DEMO=off.');
    process.exit(2);
  }
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log: () => undefined });
  const connection = embedded ? embedded.connection : { connectionString: config.databaseUrl ?? '' };
  const pool = createPool(connection, { max: 2 }, () => undefined);
  const database = createDatabase(pool);
  try {
    await migrate(pool, fileURLToPath(new URL('../db/migrations', import.meta.url)));
    const masterKey = await loadMasterKey(config.dataDir, environment);
    const { crypto, dataKeys } = createSealing({ masterKey, suite: config.cryptoSuite });
    await dataKeys.open(database);
    await run(database, crypto);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  } finally {
    await database.close();
    await embedded?.stop();
  }
}
