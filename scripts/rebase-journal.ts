import { readConfig } from '../apps/server/src/platform/config.ts';
import { createDatabase } from '../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { readEnvironment } from '../apps/server/src/platform/env.ts';
import { rebaseJournal, verifyJournal } from '../apps/server/src/platform/journal/index.ts';

/** `npm run rebase-journal`: once, after a logical restore into a new cluster and before the product starts on it. */
const config = readConfig(readEnvironment(process.env), []);
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log: () => undefined });
const connection = embedded ? embedded.connection : { connectionString: config.databaseUrl ?? '' };
const database = createDatabase(createPool(connection, { max: 2 }, () => undefined));
const { rows, ids } = await rebaseJournal(database);
const { seals, broken } = await verifyJournal(database);
await database.close();
await embedded?.stop();
if (rows === 0) console.log('The journal belongs to this cluster: nothing to do.');
else console.log(`${rows} rows renumbered with ${ids} transaction ids, order kept.`);
if (broken) {
  console.log(`seal ${broken.number} does not fit (${broken.why})`);
  process.exitCode = 1;
} else console.log(`${seals} seals fit.`);
