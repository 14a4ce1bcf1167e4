import { spawnSync } from 'node:child_process';
import { chmodSync, lchownSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The system account the server runs under when we are root, which PostgreSQL refuses to be. */
export type ServerAccount = { uid: number; gid: number; name: string };

/**
 * Chooses whom the server runs as. Not root: ourselves (undefined). Root: whoever owns the data already, so that an
 * account added later changes nothing; on a first run `postgres`, else `nobody`. No account is ever created.
 * @throws Error when root and neither account exists
 */
export function chooseServerAccount(dataDir: string, ownUid = process.getuid?.()): ServerAccount | undefined {
  if (ownUid !== 0) return undefined;
  for (const folder of [path.join(dataDir, 'postgres'), dataDir]) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  }
  const account = findAccount('postgres') ?? findAccount('nobody');
  if (account === undefined) {
    throw new Error(
      'PostgreSQL does not run as root and there is neither a "postgres" nor a "nobody" account to run it as: start as an ordinary user, or set DATABASE_URL.',
    );
  }
  return account;
}

/** Looks an account up in /etc/passwd (macOS writes nobody as -2 there). */
export function findAccount(name: string): ServerAccount | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) return undefined;
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0, name };
}

/** Spawn options that drop to the account; empty when the server runs as ourselves. */
export function asAccount(account: ServerAccount | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/**
 * Gives a file or folder to the account; nothing to do when the server runs as ourselves. Never through a link, which
 * the account might have put there to be given something else.
 */
export function giveTo(account: ServerAccount | undefined, file: string): void {
  if (account !== undefined) lchownSync(file, account.uid, account.gid);
}

/** Whether the account can walk into the folder. Asked of the kernel, because modes alone miss ACLs and mounts. */
export function canEnter(account: ServerAccount | undefined, folder: string): boolean {
  if (account === undefined) return true;
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...asAccount(account) });
  return tried.status === 0;
}

/**
 * Lets the account walk through (not list) a private folder of root's, by its group, which nobody used so far. Folders
 * above, and folders whose group has a meaning, are left as they are.
 */
export function letThrough(folder: string, account: ServerAccount | undefined): void {
  if (account === undefined || canEnter(account, folder) || !canEnter(account, path.dirname(folder))) return;
  const { uid, mode } = statSync(folder);
  if (uid !== 0 || (mode & 0o070) !== 0) return;
  lchownSync(folder, uid, account.gid);
  chmodSync(folder, (mode & 0o7777) | 0o010);
}

/** The uppermost folder on the way to `folder` that the account cannot enter. */
export function findBarrier(account: ServerAccount, folder: string): string | undefined {
  const parent = path.dirname(folder);
  const above = parent === folder ? undefined : findBarrier(account, parent);
  if (above !== undefined) return above;
  return canEnter(account, folder) ? undefined : folder;
}
