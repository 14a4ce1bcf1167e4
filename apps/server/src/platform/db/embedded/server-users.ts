import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './process-state.ts';
import { giveTo, type ServerAccount } from './server-account.ts';

/** One running program that uses the embedded server, known to the others by a file named after its process. */
export type ServerUser = { leave: () => void; listOthers: () => Promise<number[]> };

/**
 * Signs this process in as a user of the server, before it looks for one: so nobody else stops the server under it.
 * Files of processes that were killed do not count and are cleared away.
 */
export function signInAsServerUser(dataDir: string, account: ServerAccount | undefined): ServerUser {
  const folder = path.join(dataDir, 'postgres-users');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(account, folder);
  const own = `${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(path.join(folder, own), '', { flag: 'wx' });
  giveTo(account, path.join(folder, own));
  return {
    leave: () => rmSync(path.join(folder, own), { force: true }),
    listOthers: () => listLiving(folder, own),
  };
}

async function listLiving(folder: string, own: string): Promise<number[]> {
  const living: number[] = [];
  for (const name of readdirSync(folder).filter((entry) => entry !== own)) {
    const pid = Number.parseInt(name, 10);
    if (pid > 0 && (await isAlive(pid))) living.push(pid);
    else rmSync(path.join(folder, name), { force: true });
  }
  return living;
}
