import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fchownSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaryPath, type PackagedServer } from './packaged-server.ts';
import { findPostmaster, type Postmaster, removeStaleLock } from './postmaster.ts';
import { asAccount, giveTo, type ServerAccount } from './server-account.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/** Everything needed to find or start the server of one cluster. */
export type ServerPlace = {
  cluster: string;
  programs: PackagedServer;
  account: ServerAccount | undefined;
  settings: string;
  logFile: string;
  log: (line: string) => void;
};

/** `pid` is ours when `adopted` is false; an adopted server was started by another process, living or dead. */
export type RunningServer = { postmaster: Postmaster; adopted: boolean };

const conflictPatienceMs = 20_000;
/** Replaying the log after a crash takes seconds; a gigabyte of it on a slow disk, minutes. */
const recoveryPatienceMs = 10 * 60_000;
const lookAgainMs = 10;
const largestLogBytes = 20 * 1024 ** 2;

/**
 * Gives a server that says it is ready: the one that runs already (adopted), else a new one. Remnants of a dead server
 * (a reused process number, a zombie, shared memory that its last children still hold) are cleared or waited out for
 * up to 20 s; a server replaying its log after a crash is waited for.
 * @throws Error with the end of the server's log when it does not start
 */
export async function bringUp(place: ServerPlace): Promise<RunningServer> {
  const conflictEndsAt = Date.now() + conflictPatienceMs;
  const recoveryEndsAt = Date.now() + recoveryPatienceMs;
  for (;;) {
    const finding = await findPostmaster(place.cluster);
    if (finding.kind === 'running' && finding.postmaster.isReady) {
      if (isReachable(finding.postmaster)) return { postmaster: finding.postmaster, adopted: true };
      place.log(`the running server (process ${finding.postmaster.pid}) has lost its socket, restarting it`);
      await stopPostmaster(place);
    } else if (finding.kind === 'stale') {
      place.log(`clearing the remnant of a dead server: ${finding.reason}`);
      removeStaleLock(place.cluster, finding);
    } else if (finding.kind === 'none') {
      const started = await startServer(place, recoveryEndsAt);
      if (started !== 'conflict') return started;
      if (Date.now() > conflictEndsAt) throw new Error(describeFailure(place, 'another server is in the way', 0));
      await sleep(200);
    } else if (Date.now() > recoveryEndsAt) {
      throw new Error(describeFailure(place, 'the running server does not get ready', 0));
    } else await sleep(lookAgainMs);
  }
}

async function startServer(place: ServerPlace, endsAt: number): Promise<RunningServer | 'conflict'> {
  const settingsFile = path.join(place.cluster, 'linli.conf');
  writeWhole(settingsFile, place);
  rotateLog(place.logFile);
  const handle = openLog(place);
  const logStart = fstatSync(handle).size;
  const child = launch(place, handle);
  closeSync(handle);
  // pg_ctl on Windows ends by itself once the server runs.
  const isLauncher = process.platform === 'win32';
  let failure: Error | undefined;
  child.on('error', (error) => {
    failure = error;
  });
  while (Date.now() < endsAt) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    const finding = await findPostmaster(place.cluster);
    if (finding.kind === 'running' && finding.postmaster.isReady) {
      if (isLauncher || finding.postmaster.pid === child.pid) return { postmaster: finding.postmaster, adopted: false };
    }
    if (failure !== undefined) throw new Error(`PostgreSQL could not be run: ${failure.message}`);
    if (hasEnded && !(isLauncher && child.exitCode === 0)) {
      if (child.signalCode !== null || hasConflict(readLogFrom(place.logFile, logStart))) return 'conflict';
      throw new Error(describeFailure(place, `the server ended with code ${child.exitCode}`, logStart));
    }
    await sleep(lookAgainMs);
  }
  throw new Error(describeFailure(place, 'the server does not get ready', logStart));
}

function launch(place: ServerPlace, logHandle: number): ChildProcess {
  const isWindows = process.platform === 'win32';
  const program = binaryPath(place.programs, isWindows ? 'pg_ctl' : 'postgres');
  const flags = isWindows ? ['start', '-w', '-D', place.cluster, '-l', place.logFile] : ['-D', place.cluster];
  const child = spawn(program, flags, {
    cwd: place.cluster,
    // A session of its own: Ctrl-C on our terminal must let the web server finish before the database goes.
    detached: !isWindows,
    stdio: isWindows ? 'ignore' : ['ignore', logHandle, logHandle],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))),
    windowsHide: true,
    ...asAccount(place.account),
  });
  child.unref();
  return child;
}

/** As root, never through a link that the account might have put there. */
function openLog({ logFile, account }: ServerPlace): number {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
  const handle = openSync(logFile, flags, 0o600);
  if (account !== undefined) fchownSync(handle, account.uid, account.gid);
  return handle;
}

function writeWhole(file: string, { settings, account }: ServerPlace): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, settings, { mode: 0o600, flag: 'wx' });
  giveTo(account, draft);
  renameSync(draft, file);
}

function rotateLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(file, `${file}.1`);
}

function isReachable({ socketFolder, port }: Postmaster): boolean {
  return socketFolder === '' || existsSync(path.join(socketFolder, `.s.PGSQL.${port}`));
}

function hasConflict(logText: string): boolean {
  return /lock file ".*" (already exists|is empty)|shared memory block .*still in use|could not bind|could not create any/.test(
    logText,
  );
}

function readLogFrom(file: string, start: number): string {
  return readFileSync(file).subarray(start).toString('utf8');
}

function describeFailure(place: ServerPlace, what: string, logStart: number): string {
  const lines = readLogFrom(place.logFile, logStart).trim().split('\n').slice(-12).join('\n');
  return `The embedded PostgreSQL did not start: ${what}. Its log (${place.logFile}) ends:\n${lines}`;
}
