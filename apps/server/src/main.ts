import { fileURLToPath } from 'node:url';
import { createApp, type SeedDeps } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { createSealing, loadMasterKey } from './platform/crypto/index.ts';
import { startEmbedded } from './platform/db/embedded/index.ts';
import { createPool } from './platform/db/pool.ts';
import { readEnvironment } from './platform/env.ts';
import { createFiles, createLocalStore, createS3Store } from './platform/files/index.ts';
import { serveWeb } from './platform/http/web-pages.ts';
import { createLog } from './platform/log.ts';

const watchMs = 1000;

export interface Running {
  url: string;
  config: Config;
  stop(): Promise<void>;
}

/** Reads the configuration, opens the database, starts the roles. `seed` fills a new demonstration street. */
export async function start(options: {
  args: readonly string[];
  seed?: (deps: SeedDeps) => Promise<void>;
}): Promise<Running> {
  const env = readEnvironment(process.env);
  const config = readConfig(env, options.args);
  const log = createLog(config.logLevel);
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, log: (line) => log.info(line) });
  const connection = embedded ? embedded.connection : { connectionString: config.databaseUrl ?? '' };
  const onError = (error: Error) => log.warn({ err: error }, 'an idle database connection was lost');
  const pool = createPool(connection, { max: config.poolSize }, onError);
  // `enable_seqscan=off`: a foreign-key check planned while a table was empty would stay a sequential scan (docs/decisions/0004).
  const intakePool = createPool(
    connection,
    { max: 4, settings: { 'linli.system': 'on', enable_seqscan: 'off' } },
    onError,
  );
  const masterKey = await loadMasterKey(config.dataDir, env);
  const sealing = createSealing({ masterKey, suite: config.cryptoSuite });
  const files = createFiles({
    store: config.s3 ? createS3Store(config.s3) : createLocalStore({ folder: `${config.dataDir}/files` }),
  });
  const app = await createApp({
    config,
    log,
    clock: systemClock,
    ...sealing,
    files,
    pool,
    intakePool,
    seed: config.demo ? options.seed : undefined,
  });

  // A database that dies under us is brought up again; requests meanwhile answer 503 and are tried again by their senders.
  const watch = setInterval(() => {
    embedded
      ?.ensureRunning()
      .catch((error: unknown) => log.error({ err: error }, 'the embedded database does not come up'));
  }, watchMs);

  let url = '';
  if (config.roles.includes('web')) {
    serveWeb(app.http, fileURLToPath(new URL('../../web/dist', import.meta.url)));
    app.tagIndex.start();
    url = await app.http.listen({ port: config.port, host: config.host });
  }
  if (config.roles.includes('worker')) await app.worker.start();

  let stopping: Promise<void> | null = null;
  return {
    url,
    config,
    stop() {
      stopping ??= (async () => {
        clearInterval(watch);
        await app.close();
        await embedded?.stop();
      })();
      return stopping;
    },
  };
}
