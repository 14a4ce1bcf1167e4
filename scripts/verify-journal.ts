import { readConfig } from '../apps/server/src/platform/config.ts';
import { createDatabase } from '../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { readEnvironment } from '../apps/server/src/platform/env.ts';
import { verifyJournal } from '../apps/server/src/platform/journal/index.ts';

/** `npm run verify-journal`: recomputes every seal; exit code 1 when history is not as it was sealed. */
const config = readConfig(readEnvironment(process.env), []);
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log: () => undefined });
const pool = createPool(
  embedded ? embedded.connection : { connectionString: config.databaseUrl ?? '' },
  { max: 2 },
  () => undefined,
);
const database = createDatabase(pool);
const result = await verifyJournal(database);
await database.close();
await embedded?.stop();
if (result.broken) {
  console.log(`seal ${result.broken.number} does not fit (${result.broken.why}); ${result.seals} seals before it fit`);
  process.exitCode = 1;
} else {
  console.log(`${result.seals} seals over ${result.rows} rows fit`);
}
