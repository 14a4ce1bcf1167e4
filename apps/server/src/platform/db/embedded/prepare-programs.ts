import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { listMissingLinks, mendLinks } from './mend-links.ts';
import { binaryPath, type PackagedServer, readPackagedServer } from './packaged-server.ts';
import { findReachableFolder } from './reachable-folders.ts';
import { canEnter, type ServerAccount } from './server-account.ts';

/**
 * Makes the packaged programs ready to run: lost links and run bits mended; where the package cannot be written or the
 * server's account cannot reach it, a copy (60 MB, once per version) in a folder it can reach.
 */
export function preparePrograms(
  packaged: PackagedServer,
  dataDir: string,
  account: ServerAccount | undefined,
  log: (line: string) => void,
): PackagedServer {
  const mended = tryMending(packaged);
  if (mended && canEnter(account, path.join(packaged.folder, 'native', 'share'))) return packaged;
  const home = findReachableFolder(dataDir, account);
  const copy = path.join(home, `postgresql-${packaged.version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    const reason = mended ? `${account?.name} cannot reach ${packaged.folder}` : `${packaged.folder} cannot be written`;
    log(`copying the PostgreSQL programs to ${copy}, because ${reason}`);
    copyPackage(packaged.folder, copy);
  }
  return readPackagedServer(copy);
}

function tryMending(packaged: PackagedServer): boolean {
  try {
    mendLinks(packaged.folder);
    mendRunBits(packaged);
    return true;
  } catch {
    return false;
  }
}

/** Some archives and file systems lose the run bits of the programs. */
function mendRunBits(packaged: PackagedServer): void {
  for (const program of ['postgres', 'initdb', 'pg_ctl'] as const) {
    const file = binaryPath(packaged, program);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}

/** Copies under another name first: a copy broken off half-way is never taken for a whole one. */
function copyPackage(from: string, to: string): void {
  const draft = `${to}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(draft, { mode: 0o755 });
    cpSync(path.join(from, 'native'), path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    cpSync(path.join(from, 'package.json'), path.join(draft, 'package.json'));
    mendLinks(draft);
    mendRunBits(readPackagedServer(draft));
    const missing = listMissingLinks(draft);
    if (missing.length > 0) throw new Error(`links could not be made in ${draft}: ${missing.join(', ')}`);
    renameSync(draft, to);
  } catch (error) {
    // Another process may have put its copy there first.
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
