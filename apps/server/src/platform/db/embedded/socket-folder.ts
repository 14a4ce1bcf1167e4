import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { giveTo, type ServerAccount } from './server-account.ts';

/** macOS allows 104 bytes with the closing zero, Linux 108. */
const longestSocketPathBytes = 103;

/**
 * Makes the private folder (mode 0700, owned by the server's account) for the server's socket: `home`/postgres-socket,
 * or, where that path is too long for a socket, a folder under the system's temporary one named by a hash of `home`.
 * @throws Error when somebody else has put something in that place
 */
export function prepareSocketFolder(home: string, port: number, account: ServerAccount | undefined): string {
  const folder = chooseSocketFolder(home, port);
  try {
    mkdirSync(folder, { mode: 0o700 });
    giveTo(account, folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const found = lstatSync(folder);
  const owner = account?.uid ?? process.getuid?.();
  // Root may find a folder made a moment ago by another root process, not yet handed over.
  if (found.isDirectory() && found.uid === 0 && process.getuid?.() === 0) giveTo(account, folder);
  else if (!found.isDirectory() || found.uid !== owner) {
    throw new Error(`${folder} belongs to somebody else: remove it, or choose a shorter DATA_DIR.`);
  }
  chmodSync(folder, 0o700);
  return folder;
}

/** The first place whose socket path is short enough; nothing is created. */
export function chooseSocketFolder(home: string, port: number): string {
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 16);
  const places = [path.join(home, 'postgres-socket'), path.join(os.tmpdir(), `linli-${hash}`), `/tmp/linli-${hash}`];
  const fits = (folder: string) => Buffer.byteLength(`${folder}/.s.PGSQL.${port}`) <= longestSocketPathBytes;
  return places.find(fits) ?? `/tmp/linli-${hash}`;
}
