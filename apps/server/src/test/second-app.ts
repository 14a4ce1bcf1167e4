import { type App, createApp } from '../app.ts';
import type { Config } from '../platform/config.ts';
import { createPool } from '../platform/db/pool.ts';
import { createFiles, createLocalStore } from '../platform/files/index.ts';
import { createLog, type Log } from '../platform/log.ts';
import type { TestApp } from './test-app.ts';

/** Another process of the same product: the same database, keys and clock, its own memory. Close it before the first. */
export async function createSecondApp(
  test: TestApp,
  options: { config?: Partial<Config>; log?: Log; strict?: boolean } = {},
): Promise<App> {
  const connectionString = test.app.database.pool.options.connectionString ?? '';
  const config: Config = {
    roles: ['web', 'worker'],
    port: 0,
    host: '127.0.0.1',
    databaseUrl: connectionString,
    dataDir: '/nowhere',
    publicUrl: null,
    production: false,
    demo: true,
    logLevel: 'silent',
    tileUrl: null,
    trustProxy: null,
    poolSize: 4,
    s3: null,
    sms: null,
    ...options.config,
  };
  const pool = (max: number, settings: Record<string, string>) =>
    createPool({ connectionString }, { max, settings }, () => undefined);
  return createApp({
    config,
    log: options.log ?? createLog('silent'),
    clock: test.clock,
    crypto: test.crypto,
    files: createFiles({ store: createLocalStore({ folder: config.dataDir }) }),
    pool: pool(config.poolSize, {}),
    intakePool: pool(2, { 'linli.system': 'on', enable_seqscan: 'off' }),
    strict: options.strict ?? true,
  });
}
