import { measuresConsumer } from '../apps/server/src/modules/measures/index.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { createDatabase } from '../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { readEnvironment } from '../apps/server/src/platform/env.ts';
import { rewindConsumer, runConsumer } from '../apps/server/src/platform/journal/index.ts';

/**
 * `npm run rebuild-measures`: empties facts and figures and folds the whole journal again, beside a running server if there is one
 * (its worker then shares the reading). Prints what was read and what came of it.
 */
const config = readConfig(readEnvironment(process.env), []);
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log: () => undefined });
const connection = embedded ? embedded.connection : { connectionString: config.databaseUrl ?? '' };
const database = createDatabase(createPool(connection, { max: 2 }, () => undefined));
const began = performance.now();
await rewindConsumer(database, measuresConsumer);
let rows = 0;
for (;;) {
  const read = await runConsumer(database, systemClock, { ...measuresConsumer, batch: 2000 });
  if (!read) break;
  rows += read;
}
const { rows: found } = await database.pool.query<{ cases: number; figures: number; open: number }>(
  `select (select count(*)::int from case_fact) as cases,
    (select count(*)::int from figure_day) as figures,
    (select coalesce(sum(figure_now.count), 0)::int from figure_now join area on area.id = figure_now.area_id
      where area.level = 1 and figure_now.key = 'open') as open`,
);
const counts = found[0];
await database.close();
await embedded?.stop();
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `${rows} journal rows read in ${seconds} s: ${counts?.cases} cases, ${counts?.open} open, ${counts?.figures} figures by day and place`,
);
