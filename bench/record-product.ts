import type pg from 'pg';
import { createApp } from '../apps/server/src/app.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { createSealing, loadMasterKey } from '../apps/server/src/platform/crypto/index.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { createFiles, createLocalStore } from '../apps/server/src/platform/files/index.ts';
import { createLog } from '../apps/server/src/platform/log.ts';
import { type Recorded, recordStatements } from './record-statements.ts';
import type { BenchServer } from './with-server.ts';

interface Ask {
  method?: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

/** A second instance of the product on the same database, in this process: it writes down what it sends for one request. */
export async function recordProduct(server: BenchServer): Promise<{
  pool: pg.Pool;
  ask(request: Ask): Promise<{ body: string; statements: Recorded[] }>;
  close(): Promise<void>;
}> {
  const config = readConfig({ DATA_DIR: server.dataDir, LINLI_DEMO: 'off' }, ['--role=web']);
  const pool = createPool(server.connection, { max: 2 }, () => undefined);
  const recorder = recordStatements(pool);
  const app = await createApp({
    config,
    log: createLog('error'),
    clock: systemClock,
    ...createSealing({ masterKey: await loadMasterKey(server.dataDir, {}), suite: config.cryptoSuite }),
    files: createFiles({ store: createLocalStore({ folder: `${server.dataDir}/files` }) }),
    pool,
    intakePool: createPool(server.connection, { max: 1 }, () => undefined),
  });
  return {
    pool,
    async ask(request) {
      recorder.take();
      const answer = await app.http.inject(request);
      if (answer.statusCode !== 200) throw new Error(`the recorded request answered ${answer.statusCode}`);
      return { body: answer.body, statements: recorder.take() };
    },
    close: () => app.close(),
  };
}
