import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;
const EXAMPLE = 'make one with: openssl rand -base64 32';

/**
 * The master key, 32 bytes: from `LINLI_KEY` (base64), else from the file `key` in the data folder, created at the first
 * run and readable by its owner only. In production with a database of its own the variable is demanded: a key that
 * appears on one machine of several, or beside the backups, protects nothing. Throws a sentence for the operator.
 */
export async function loadMasterKey(dataDir: string, env: Record<string, string | undefined>): Promise<Buffer> {
  const given = env.LINLI_KEY;
  if (given !== undefined && given !== '') return parseKey(given, 'LINLI_KEY');
  if (env.NODE_ENV === 'production' && env.DATABASE_URL !== undefined && env.DATABASE_URL !== '') {
    throw new Error(`LINLI_KEY must be set when DATABASE_URL is set in production; ${EXAMPLE}`);
  }
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'key');
  const stored = (await readKey(path)) ?? (await createKey(path));
  await chmod(path, 0o600);
  return stored;
}

async function readKey(path: string): Promise<Buffer | undefined> {
  try {
    return parseKey((await readFile(path, 'utf8')).trim(), path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Writes beside and links at the end: of two processes that start together one wins, and both then hold the same key. */
async function createKey(path: string): Promise<Buffer> {
  const partial = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(partial, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(partial, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(partial);
  }
  const key = await readKey(path);
  if (key === undefined) throw new Error(`${path} disappeared while it was created`);
  return key;
}

function parseKey(text: string, source: string): Buffer {
  const key = Buffer.from(text, 'base64');
  // Buffer.from skips what it does not understand; writing it back shows whether it was base64 at all.
  const isBase64 = key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  if (!isBase64 || key.length !== KEY_BYTES) {
    throw new Error(`${source} must hold ${KEY_BYTES} bytes in base64; ${EXAMPLE}`);
  }
  return key;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
