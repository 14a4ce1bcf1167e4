import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bringUp, type RunningServer, type ServerPlace } from './bring-up.ts';
import { type EmbeddedConnection, tryConnecting, writeConnectionUrl } from './connect.ts';
import { findOrCreateCluster } from './create-cluster.ts';
import { findPackagedServer, readPackagedServer } from './packaged-server.ts';
import { preparePrograms } from './prepare-programs.ts';
import { provisionRole } from './provision-role.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { chooseServerAccount, letThrough } from './server-account.ts';
import { findMemoryBytes, writeServerSettings } from './server-settings.ts';
import { type ServerUser, signInAsServerUser } from './server-users.ts';
import { prepareSocketFolder } from './socket-folder.ts';
import { stopPostmaster } from './stop-postmaster.ts';

export type StartEmbeddedOptions = {
  /** Folder of this installation; the cluster goes to `postgres` in it, the server's log to `postgres.log`. */
  dataDir: string;
  log: (line: string) => void;
  /** Tests only: no fsync, so quicker, and a power cut may damage the data. */
  fast?: boolean;
  /** Tests only: take the programs from this copy of the package. */
  packageFolder?: string;
};

/** A running embedded server and the product's way into it. */
export type EmbeddedServer = {
  /** For node `pg`, as it is. */
  connection: EmbeddedConnection;
  /** The same for `DATABASE_URL` of child processes, pgbench and the like. */
  connectionString: string;
  /** True when the server was running already, started by another process that may be dead. */
  adopted: boolean;
  /** Process number of the server at the start; another one after `ensureRunning` has restarted it. */
  pid: number;
  /** Starts the server again if it has died; the connection stays the same. Cheap when it lives (under 1 ms). */
  ensureRunning(): Promise<{ restarted: boolean }>;
  /** Stops the server cleanly, unless another living process uses it. Close your connections first. */
  stop(): Promise<void>;
};

const connectPatienceMs = 60_000;

/**
 * Starts the real PostgreSQL that comes as an npm package, or adopts the one already running on this data folder, and
 * sees to it that the product's role `linli` (no superuser) and its database are there. Any number of processes may do
 * this at once. As root the server runs as the `postgres` or `nobody` account.
 * @throws Error in plain words with the way out: package missing, folder not reachable, passwords lost, wrong version
 */
export async function startEmbedded(options: StartEmbeddedOptions): Promise<EmbeddedServer> {
  const { log, fast = false } = options;
  const dataDir = prepareDataDir(options.dataDir);
  const account = chooseServerAccount(dataDir);
  letThrough(dataDir, account);
  const packaged =
    options.packageFolder === undefined ? findPackagedServer() : readPackagedServer(options.packageFolder);
  const secrets = loadSecrets(dataDir, account);
  const user = signInAsServerUser(dataDir, account);
  try {
    const programs = preparePrograms(packaged, dataDir, account, log);
    const { superuserPassword } = secrets;
    const cluster = await findOrCreateCluster({ dataDir, programs, account, superuserPassword, fast, log });
    const home = cluster.folder === path.join(dataDir, 'postgres') ? dataDir : path.dirname(cluster.folder);
    const port = choosePort(dataDir);
    const socketFolder = process.platform === 'win32' ? undefined : prepareSocketFolder(home, port, account);
    const settings = writeServerSettings({ socketFolder, port, memoryBytes: findMemoryBytes(), fast });
    const logFile = path.join(dataDir, 'postgres.log');
    const place = { cluster: cluster.folder, programs, account, settings, logFile, log };
    const running = await reachServer(place, secrets, { provisionFirst: cluster.isNew });
    return describeServer(place, secrets, user, running);
  } catch (error) {
    user.leave();
    throw error;
  }
}

function describeServer(place: ServerPlace, secrets: Secrets, user: ServerUser, first: RunningServer): EmbeddedServer {
  let pid = first.postmaster.pid;
  let stopped = false;
  let checking: Promise<{ restarted: boolean }> | undefined;
  const check = async (): Promise<{ restarted: boolean }> => {
    const running = await bringUp(place);
    if (running.postmaster.pid === pid) return { restarted: false };
    pid = (await reachServer(place, secrets, { provisionFirst: false })).postmaster.pid;
    return { restarted: true };
  };
  const connection = productConnection(first, secrets);
  return {
    connection,
    connectionString: writeConnectionUrl(connection),
    adopted: first.adopted,
    get pid() {
      return pid;
    },
    ensureRunning() {
      if (stopped) return Promise.resolve({ restarted: false });
      checking ??= check().finally(() => {
        checking = undefined;
      });
      return checking;
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      await checking?.catch(() => undefined);
      user.leave();
      const others = await user.listOthers();
      if (others.length === 0) return stopPostmaster(place);
      place.log(`the embedded PostgreSQL keeps running for process ${others.join(', ')}`);
    },
  };
}

/** Brings the server up and connects as the product, creating its role and database where they lack. */
async function reachServer(
  place: ServerPlace,
  secrets: Secrets,
  { provisionFirst }: { provisionFirst: boolean },
): Promise<RunningServer> {
  const endsAt = Date.now() + connectPatienceMs;
  let mustProvision = provisionFirst;
  let adopted: boolean | undefined;
  for (;;) {
    const running = await bringUp(place);
    // Started by us and found again in a second round: still ours.
    adopted = adopted === false ? false : running.adopted;
    const product = productConnection(running, secrets);
    const superuser = { ...product, user: 'postgres', database: 'postgres', password: secrets.superuserPassword };
    if (mustProvision) mustProvision = !(await provisionRole(superuser, product));
    const outcome = await tryConnecting(product);
    if (outcome.kind === 'open') {
      await outcome.client.end();
      return { ...running, adopted };
    }
    if (Date.now() > endsAt) {
      throw new Error('The embedded PostgreSQL runs but takes no connection.', { cause: outcome.error });
    }
    mustProvision = outcome.kind === 'absent';
    if (outcome.kind === 'away') await sleep(50);
  }
}

function productConnection({ postmaster }: RunningServer, { rolePassword }: Secrets): EmbeddedConnection {
  const host = postmaster.socketFolder === '' ? '127.0.0.1' : postmaster.socketFolder;
  return { host, port: postmaster.port, user: 'linli', password: rolePassword, database: 'linli', ssl: false };
}

function prepareDataDir(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return realpathSync(dataDir);
}

/** Only a file name on a socket; on Windows a real port, always the same for the same folder. */
function choosePort(dataDir: string): number {
  if (process.platform !== 'win32') return 5432;
  return 20_000 + (createHash('sha256').update(dataDir).digest().readUInt16BE(0) % 20_000);
}
