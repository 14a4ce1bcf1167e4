import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeProcess, type ProcessState } from './process-state.ts';

/** A running server as its postmaster.pid tells. Until `isReady` the port and socket folder may be unknown. */
export type Postmaster = { pid: number; port: number; socketFolder: string; isReady: boolean };

/** `unclear`: the file is being written this moment; look again. `stale`: `lockText` is a remnant of a dead server. */
export type PostmasterFinding =
  | { kind: 'none' }
  | { kind: 'unclear' }
  | { kind: 'running'; postmaster: Postmaster }
  | { kind: 'stale'; pid: number; lockText: string; reason: string };

const freshlyWrittenMs = 5_000;

/**
 * Looks for the server of a cluster folder by its postmaster.pid, and checks that the process named there really is
 * that server: process numbers are reused after a reboot or in a new container.
 */
export async function findPostmaster(
  clusterFolder: string,
  describe: (pid: number) => Promise<ProcessState> = describeProcess,
): Promise<PostmasterFinding> {
  const lockText = readLock(clusterFolder);
  if (lockText === undefined) return { kind: 'none' };
  const [pidLine = '', , , portLine = '', socketFolder = '', , , status = ''] = lockText.split('\n');
  const pid = Number.parseInt(pidLine, 10);
  if (!(pid > 0)) {
    if (ageMs(clusterFolder) < freshlyWrittenMs) return { kind: 'unclear' };
    return { kind: 'stale', pid: 0, lockText, reason: 'postmaster.pid is empty' };
  }
  const state = await describe(pid);
  // A dead number is no obstacle: the next server takes the file over by itself, more safely than we could.
  if (state.kind === 'gone') return { kind: 'none' };
  if (state.kind === 'zombie') return { kind: 'stale', pid, lockText, reason: `process ${pid} is a zombie` };
  if (state.kind === 'running' && !isServerOf(clusterFolder, state)) {
    return { kind: 'stale', pid, lockText, reason: `process ${pid} is another program now` };
  }
  const postmaster = { pid, port: Number(portLine), socketFolder, isReady: status.trim() === 'ready' };
  return { kind: 'running', postmaster };
}

/**
 * Removes a stale postmaster.pid and the socket lock of the same dead server, if the file still reads the same.
 * PostgreSQL keeps a second guard (shared memory keyed by the folder), so a wrong guess cannot start two servers.
 */
export function removeStaleLock(clusterFolder: string, stale: { pid: number; lockText: string }): void {
  if (readLock(clusterFolder) !== stale.lockText) return;
  rmSync(lockFile(clusterFolder), { force: true });
  const [, , , port = '', socketFolder = ''] = stale.lockText.split('\n');
  if (socketFolder === '') return;
  const socketLock = path.join(socketFolder, `.s.PGSQL.${port}.lock`);
  if (Number.parseInt(readText(socketLock) ?? '', 10) === stale.pid) rmSync(socketLock, { force: true });
}

function isServerOf(clusterFolder: string, process: { command: string; workFolder: string | undefined }): boolean {
  if (!/postgres(\.exe)?("| |$)/.test(process.command)) return false;
  if (process.workFolder !== undefined) return process.workFolder === clusterFolder;
  // tasklist shows no arguments, and ps of another account may show a title only.
  return !process.command.includes(' -D ') || process.command.includes(clusterFolder);
}

function lockFile(clusterFolder: string): string {
  return path.join(clusterFolder, 'postmaster.pid');
}

function readLock(clusterFolder: string): string | undefined {
  return readText(lockFile(clusterFolder));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ageMs(clusterFolder: string): number {
  const file = statSync(lockFile(clusterFolder), { throwIfNoEntry: false });
  return file === undefined ? 0 : Date.now() - file.mtimeMs;
}
