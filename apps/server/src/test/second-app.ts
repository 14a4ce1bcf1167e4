import { type App, createApp } from '../app.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createSealing } from '../platform/crypto/index.ts';
import { createPool } from '../platform/db/pool.ts';
import { createFiles, createLocalStore } from '../platform/files/index.ts';
import { createLog, type Log } from '../platform/log.ts';
import { type TestApp, testMasterKey } from './test-app.ts';

/** Another process of the same product: the same database, keys and clock, its own memory. Close it before the first. */
export async function createSecondApp(
  test: TestApp,
  options: { config?: Partial<Config>; log?: Log; strict?: boolean; connectionString?: string } = {},
): Promise<App> {
  const connectionString = options.connectionString ?? test.app.database.pool.options.connectionString ?? '';
  const config: Config = {
    ...readConfig({ PORT: '0', LOG_LEVEL: 'silent', POOL_SIZE: '4', DATA_DIR: '/nowhere' }, []),
    ...options.config,
  };
  const pool = (max: number, settings: Record<string, string>) =>
    createPool({ connectionString }, { max, settings }, () => undefined);
  return createApp({
    config,
    log: options.log ?? createLog('silent'),
    clock: test.clock,
    ...createSealing({ masterKey: testMasterKey, suite: config.cryptoSuite }),
    files: createFiles({ store: createLocalStore({ folder: config.dataDir }) }),
    pool: pool(config.poolSize, {}),
    intakePool: pool(2, { 'linli.system': 'on', enable_seqscan: 'off' }),
    strict: options.strict ?? true,
  });
}
