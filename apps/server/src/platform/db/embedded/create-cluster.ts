import { spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { binaryPath, type PackagedServer } from './packaged-server.ts';
import { findReachableFolder } from './reachable-folders.ts';
import { asAccount, canEnter, findBarrier, giveTo, type ServerAccount } from './server-account.ts';

export type CreateClusterInput = {
  dataDir: string;
  programs: PackagedServer;
  account: ServerAccount | undefined;
  superuserPassword: string;
  fast: boolean;
  log: (line: string) => void;
};

const leftoverAgeMs = 10 * 60_000;

/**
 * Gives the real path of the cluster folder, made by initdb on the first run: UTF-8, C.UTF-8, ICU zh-Hans-CN (Chinese
 * sorts by pinyin), scram-sha-256 on every line. It lies at `${dataDir}/postgres`; where the server's account cannot
 * reach that, a link there points to it.
 *
 * No lock: initdb works in a folder of its own, which is put in place in one step; who comes second uses the first's.
 */
export async function findOrCreateCluster(input: CreateClusterInput): Promise<{ folder: string; isNew: boolean }> {
  const place = path.join(input.dataDir, 'postgres');
  const isNew = !existsSync(path.join(place, 'PG_VERSION'));
  if (isNew) await createCluster(input, place);
  const folder = realpathSync(place);
  checkCluster(folder, input);
  return { folder, isNew };
}

async function createCluster(input: CreateClusterInput, place: string): Promise<void> {
  if (existsSync(place) && readdirSync(place).length > 0) {
    throw new Error(`${place} holds something, but no database: move it away, or choose another DATA_DIR.`);
  }
  const home = findReachableFolder(input.dataDir, input.account);
  removeLeftovers(home);
  const work = mkdtempSync(path.join(home, 'postgres-new-'));
  const cluster = path.join(work, 'cluster');
  try {
    await runInitdb(input, work, cluster);
    const include = "\n# Linli's own settings, written anew at every start.\ninclude_if_exists = 'linli.conf'\n";
    addToFile(path.join(cluster, 'postgresql.conf'), include);
    if (home === input.dataDir) renameSync(cluster, place);
    else keepElsewhere(cluster, place, input);
    syncFolder(input.dataDir);
  } catch (error) {
    if (!existsSync(path.join(place, 'PG_VERSION'))) throw error;
  } finally {
    if (!isUsed(cluster, place)) rmSync(work, { recursive: true, force: true });
  }
}

/** As root, never through a link that the account might have put there. */
function addToFile(file: string, text: string): void {
  const handle = openSync(file, constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW);
  writeSync(handle, text);
  closeSync(handle);
}

function keepElsewhere(cluster: string, place: string, input: CreateClusterInput): void {
  symlinkSync(cluster, place);
  const reason = `it runs as ${input.account?.name}, which cannot enter ${input.dataDir}`;
  input.log(`the database is kept in ${cluster} (${place} points there), because ${reason}`);
}

function isUsed(cluster: string, place: string): boolean {
  return existsSync(cluster) && existsSync(place) && realpathSync(place) === realpathSync(cluster);
}

async function runInitdb(input: CreateClusterInput, work: string, cluster: string): Promise<void> {
  const passwordFile = path.join(work, 'password');
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(passwordFile, `${input.superuserPassword}\n`, { mode: 0o600 });
  for (const item of [cluster, passwordFile, work]) giveTo(input.account, item);
  // C.UTF-8 is a Linux name; elsewhere C does, since sorting and letter case come from ICU.
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const flags = [`--pgdata=${cluster}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  flags.push('--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=zh-Hans-CN');
  if (input.fast) flags.push('--no-sync');
  try {
    await run(binaryPath(input.programs, 'initdb'), flags, work, input.account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(program: string, flags: string[], folder: string, account: ServerAccount | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], ...asAccount(account) });
    const said: string[] = [];
    child.stdout.on('data', (part) => said.push(String(part)));
    child.stderr.on('data', (part) => said.push(String(part)));
    child.on('error', (error) => {
      const way = 'the packaged PostgreSQL needs glibc on Linux; set DATABASE_URL to use another server';
      reject(new Error(`${program} does not run here (${error.message}): ${way}.`));
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb could not create the database (code ${code}):\n${said.join('').trim()}`));
    });
  });
}

function checkCluster(folder: string, { account, programs }: CreateClusterInput): void {
  if (account !== undefined && !canEnter(account, folder)) {
    const barrier = findBarrier(account, folder) ?? folder;
    const way = `run "chmod o+x ${barrier}", move the data, or start as an ordinary user`;
    throw new Error(`The database in ${folder} runs as ${account.name}, which cannot enter ${barrier}: ${way}.`);
  }
  const owner = statSync(folder).uid;
  const runsAs = account?.uid ?? process.getuid?.();
  if (runsAs !== undefined && owner !== runsAs) {
    throw new Error(
      `The database in ${folder} belongs to uid ${owner}, we are uid ${runsAs}: start as its owner or root.`,
    );
  }
  const version = Number.parseInt(readFileSync(path.join(folder, 'PG_VERSION'), 'utf8'), 10);
  if (version !== programs.majorVersion) {
    const way = 'dump and restore it with both versions, see the operating guide';
    throw new Error(`${folder} is a PostgreSQL ${version} database, the programs are ${programs.version}: ${way}.`);
  }
}

/** Folders of first runs that were killed. */
function removeLeftovers(home: string): void {
  for (const name of readdirSync(home)) {
    const folder = path.join(home, name);
    // Under /var/lib/linli such a folder may be the database of another data folder: only cluster-less ones go.
    if (!name.startsWith('postgres-new-') || existsSync(path.join(folder, 'cluster', 'postgresql.auto.conf'))) continue;
    if (Date.now() - statSync(folder).mtimeMs > leftoverAgeMs) rmSync(folder, { recursive: true, force: true });
  }
}

/** A power cut right after the first run must not lose the name of the folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
