import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { type App, createApp, type SeedDeps } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { createSealing, loadMasterKey } from './platform/crypto/index.ts';
import { startEmbedded } from './platform/db/embedded/index.ts';
import { createPool } from './platform/db/pool.ts';
import { type Environment, readEnvironment } from './platform/env.ts';
import { createFiles, createLocalStore, createS3Store } from './platform/files/index.ts';
import { refuseTakenPort } from './platform/http/taken-port.ts';
import { serveWeb } from './platform/http/web-pages.ts';
import { createLog, type Log } from './platform/log.ts';

const watchMs = 1000;

export interface Running {
  url: string;
  config: Config;
  stop(): Promise<void>;
}

interface StartOptions {
  args: readonly string[];
  /** Fills a new demonstration street. */
  seed?: (deps: SeedDeps) => Promise<void>;
}

/** Reads the configuration, opens the database, starts the roles. What fails on the way leaves no database running. */
export async function start(options: StartOptions): Promise<Running> {
  const env = readEnvironment(process.env);
  const config = readConfig(env, options.args);
  const log = createLog(config.logLevel);
  // Before the database and a demonstration street are made for nothing.
  if (config.roles.includes('web')) await refuseTakenPort(config);
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, log: (line) => log.info(line) });
  const pools = createPools(config, embedded, log);
  let app: App | null = null;
  // A database that dies under us is brought up again; requests meanwhile answer 503 and are tried again by their senders.
  const watch = setInterval(() => {
    embedded
      ?.ensureRunning()
      .catch((error: unknown) => log.error({ err: error }, 'the embedded database does not come up'));
  }, watchMs);
  const close = async () => {
    clearInterval(watch);
    if (app) await app.close();
    else await Promise.all([pools.pool.end(), pools.intakePool.end()]);
    await embedded?.stop();
  };

  try {
    app = await prepareApp({ config, env, log, seed: options.seed, ...pools });
    const url = config.roles.includes('web') ? await listen(app, config) : '';
    if (config.roles.includes('worker')) await app.worker.start();
    let stopping: Promise<void> | null = null;
    return {
      url,
      config,
      stop() {
        stopping ??= close();
        return stopping;
      },
    };
  } catch (error) {
    await close().catch((failed: unknown) =>
      log.warn({ err: failed }, 'what had started could not be stopped cleanly'),
    );
    throw error;
  }
}

function createPools(config: Config, embedded: Awaited<ReturnType<typeof startEmbedded>> | null, log: Log) {
  const connection = embedded ? embedded.connection : { connectionString: config.databaseUrl ?? '' };
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
  return {
    pool: createPool(connection, { max: config.poolSize }, onError),
    // `enable_seqscan=off`: a foreign-key check planned while a table was empty would stay a sequential scan (docs/decisions/0004).
    intakePool: createPool(connection, { max: 4, settings: { 'linli.system': 'on', enable_seqscan: 'off' } }, onError),
  };
}

async function prepareApp(deps: {
  config: Config;
  env: Environment;
  log: Log;
  pool: pg.Pool;
  intakePool: pg.Pool;
  seed: StartOptions['seed'];
}): Promise<App> {
  const { config, env, log, pool, intakePool } = deps;
  const masterKey = await loadMasterKey(config.dataDir, env);
  const sealing = createSealing({ masterKey, suite: config.cryptoSuite });
  const files = createFiles({
    store: config.s3 ? createS3Store(config.s3) : createLocalStore({ folder: `${config.dataDir}/files` }),
  });
  const seed = config.demo ? deps.seed : undefined;
  return createApp({ config, log, clock: systemClock, ...sealing, files, pool, intakePool, seed });
}

async function listen(app: App, config: Config): Promise<string> {
  serveWeb(app.http, fileURLToPath(new URL('../../web/dist', import.meta.url)), config.tileUrl);
  app.tagIndex.start();
  return app.http.listen({ port: config.port, host: config.host });
}
