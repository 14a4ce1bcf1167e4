import { execFile } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { promisify } from 'node:util';

/** What the system knows of a process. `unknown`: it lives, but we may not look at it. */
export type ProcessState =
  | { kind: 'gone' }
  | { kind: 'zombie' }
  | { kind: 'unknown' }
  | { kind: 'running'; command: string; workFolder: string | undefined };

const run = promisify(execFile);

/** Looks at a process by number: /proc on Linux, `ps` elsewhere, `tasklist` on Windows. */
export async function describeProcess(pid: number): Promise<ProcessState> {
  if (!isSignalable(pid)) return { kind: 'gone' };
  if (process.platform === 'win32') return describeByTasklist(pid);
  if (process.platform === 'linux') {
    const state = describeByProc(pid);
    if (state.kind !== 'unknown') return state;
  }
  return describeByPs(pid);
}

/** True while the process exists and is not a zombie. */
export async function isAlive(pid: number): Promise<boolean> {
  const state = await describeProcess(pid);
  return state.kind === 'running' || state.kind === 'unknown';
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function describeByProc(pid: number): ProcessState {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself hold spaces and brackets: the state follows the last one.
    const letter = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    if (letter === 'Z' || letter === 'X') return { kind: 'zombie' };
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { kind: 'running', command, workFolder: readWorkFolder(pid) };
  } catch {
    return isSignalable(pid) ? { kind: 'unknown' } : { kind: 'gone' };
  }
}

function readWorkFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

async function describeByPs(pid: number): Promise<ProcessState> {
  try {
    const { stdout } = await run('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)]);
    const [, status = '', command = ''] = /^\s*(\S+)\s+(.*)$/m.exec(stdout) ?? [];
    if (status.startsWith('Z')) return { kind: 'zombie' };
    return status === '' ? { kind: 'unknown' } : { kind: 'running', command: command.trim(), workFolder: undefined };
  } catch {
    return isSignalable(pid) ? { kind: 'unknown' } : { kind: 'gone' };
  }
}

async function describeByTasklist(pid: number): Promise<ProcessState> {
  try {
    const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
    const [, image = ''] = /^"([^"]+)"/m.exec(stdout) ?? [];
    return image === '' ? { kind: 'gone' } : { kind: 'running', command: image, workFolder: undefined };
  } catch {
    return { kind: 'unknown' };
  }
}
