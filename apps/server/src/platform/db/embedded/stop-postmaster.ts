import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { binaryPath, type PackagedServer } from './packaged-server.ts';
import { findPostmaster } from './postmaster.ts';
import { isAlive } from './process-state.ts';

const run = promisify(execFile);
const fastPatienceMs = 60_000;
const immediatePatienceMs = 10_000;
const lookAgainMs = 10;

/**
 * Fast shutdown (open transactions are rolled back, everything is on disk) and waits for the end; after 60 s an
 * immediate one, from which the next start recovers. Does nothing when no server of this cluster runs.
 * @throws Error when the server outlives both
 */
export async function stopPostmaster(place: { cluster: string; programs: PackagedServer }): Promise<void> {
  const finding = await findPostmaster(place.cluster);
  if (finding.kind !== 'running') return;
  const { pid } = finding.postmaster;
  if (process.platform === 'win32') {
    await run(binaryPath(place.programs, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', place.cluster]);
    return;
  }
  signal(pid, 'SIGINT');
  if (await hasGone(pid, fastPatienceMs)) return;
  signal(pid, 'SIGQUIT');
  if (await hasGone(pid, immediatePatienceMs)) return;
  throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop.`);
}

async function hasGone(pid: number, patienceMs: number): Promise<boolean> {
  const endsAt = Date.now() + patienceMs;
  while (Date.now() < endsAt) {
    if (!(await isAlive(pid))) return true;
    await sleep(lookAgainMs);
  }
  return false;
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It may have ended between the look and the signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
