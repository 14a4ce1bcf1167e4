import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import {
  changeMasterKey,
  createSealing,
  loadMasterKey,
  rehashContext,
  rotateContext,
  sealedContexts,
} from '../apps/server/src/platform/crypto/index.ts';
import { createDatabase } from '../apps/server/src/platform/db/database.ts';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { readEnvironment } from '../apps/server/src/platform/env.ts';

/**
 * `npm run rotate-keys`: a new data key for every context, or for `--context=…`, and everything sealed again with it, beside a running
 * product. `--rehash --context=…`: a new look-up key, with the product stopped. `NEW_MASTER_KEY` (base64 of 32 bytes): the data keys
 * sealed with another master key, and nothing else. Killed, it goes on when it is started again. docs/registers-codes.md.
 */
const args = process.argv.slice(2);
const context = args.find((arg) => arg.startsWith('--context='))?.slice('--context='.length);
const environment = readEnvironment(process.env);
const config = readConfig(environment, []);
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log: () => undefined });
const connection = embedded ? embedded.connection : { connectionString: config.databaseUrl ?? '' };
const database = createDatabase(createPool(connection, { max: 1 }, () => undefined));
try {
  const masterKey = await loadMasterKey(config.dataDir, environment);
  const given = environment.NEW_MASTER_KEY;
  if (given !== undefined) await changeTo(given, masterKey);
  else await rotate(masterKey);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await database.close();
  await embedded?.stop();
}

async function rotate(masterKey: Buffer): Promise<void> {
  const { crypto, dataKeys: keys } = createSealing({ masterKey, suite: config.cryptoSuite });
  await keys.open(database);
  const deps = { database, keys, crypto, clock: systemClock };
  if (args.includes('--rehash')) {
    if (context === undefined) throw new Error('--rehash needs --context=…');
    console.log(`${context}: ${await rehashContext(deps, context)} hashes made again`);
    return;
  }
  for (const one of context === undefined ? sealedContexts : [context]) {
    const began = performance.now();
    const done = await rotateContext(deps, one);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${one}: ${done.rows} values with key ${done.version}${done.resumed ? ', continued' : ''}, ${seconds} s`,
    );
  }
}

async function changeTo(given: string, from: Buffer): Promise<void> {
  const to = await loadMasterKey(config.dataDir, { LINLI_KEY: given });
  const changed = await changeMasterKey(database, { from, to });
  if (environment.LINLI_KEY !== undefined) {
    console.log(`${changed} data keys sealed again; set LINLI_KEY to the new key and start the product again`);
    return;
  }
  const path = join(config.dataDir, 'key');
  await writeFile(`${path}.before`, await readFile(path), { mode: 0o600 });
  await writeFile(`${path}.next`, `${to.toString('base64')}\n`, { mode: 0o600 });
  await rename(`${path}.next`, path);
  console.log(
    `${changed} data keys sealed again; ${path} holds the new key, ${path}.before the old one: keep it with older backups`,
  );
}
