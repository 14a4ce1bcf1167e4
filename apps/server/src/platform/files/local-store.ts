import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertHash, type FileStore } from './file-store.ts';

/** Files in a folder, spread as `ab/cd/<hash>` so that no folder grows large. Survives a power cut once `put` returned. */
export function createLocalStore({ folder }: { folder: string }): FileStore {
  function pathOf(hash: string): string {
    assertHash(hash);
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }

  async function has(hash: string): Promise<boolean> {
    return access(pathOf(hash)).then(
      () => true,
      (error) => refuseUnlessMissing(error, false),
    );
  }

  return {
    has,
    async put(hash, bytes) {
      if (await has(hash)) return;
      const path = pathOf(hash);
      await mkdir(dirname(path), { recursive: true });
      const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
      try {
        const file = await open(partial, 'wx', 0o640);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
    async find(hash) {
      const path = pathOf(hash);
      // Opened here, not when first read: a file that is missing must be told before an answer has begun.
      const file = await open(path, 'r').catch((error) => refuseUnlessMissing(error, undefined));
      return file === undefined ? undefined : createReadStream(path, { fd: file });
    },
    async remove(hash) {
      await rm(pathOf(hash), { force: true });
    },
  };
}

/** Makes the new name durable too. Windows has no such call and does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refuseUnlessMissing<T>(error: unknown, otherwise: T): T {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
  throw error;
}
