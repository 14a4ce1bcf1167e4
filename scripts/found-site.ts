import { fileURLToPath } from 'node:url';
import { foundSite } from '../apps/server/src/modules/access/index.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { createSealing, loadMasterKey } from '../apps/server/src/platform/crypto/index.ts';
import { createDatabase } from '../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../apps/server/src/platform/db/migrate.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { readEnvironment } from '../apps/server/src/platform/env.ts';
import { readFirstSite } from './read-first-site.ts';

/**
 * `npm run found-site -- --code=310115005 --name=陆家嘴街道 --admin=张三 --login=admin`: the first site of an empty database and its system
 * administrator, before or while the product runs on it. Prints a first password, once.
 */
const site = readFirstSite(process.argv.slice(2));
if ('problem' in site) {
  console.error(site.problem);
  process.exit(2);
}
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
  const { initialPassword } = await foundSite({ database, crypto }, site, systemClock.now());
  console.log(`${site.name} (${site.code}) is there. Sign in at /office and change the password:`);
  console.log(`  ${site.admin.login} / ${initialPassword}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await database.close();
  await embedded?.stop();
}
