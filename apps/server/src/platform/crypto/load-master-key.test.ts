import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadMasterKey } from './load-master-key.ts';

describe('loadMasterKey', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linli-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('takes the variable, with or without padding', async () => {
    const key = Buffer.alloc(32, 9);
    expect(await loadMasterKey(folder, { LINLI_KEY: key.toString('base64') })).toEqual(key);
    expect(await loadMasterKey(folder, { LINLI_KEY: key.toString('base64').replace('=', '') })).toEqual(key);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['short', Buffer.alloc(31).toString('base64'), `${'*'.repeat(43)}=`, 'a'.repeat(64)])(
    'refuses %s and names the variable',
    async (value) => {
      await expect(loadMasterKey(folder, { LINLI_KEY: value })).rejects.toThrow(/LINLI_KEY.*openssl/);
    },
  );

  it('creates a private file once, also when several start together in a folder not yet there', async () => {
    const data = join(folder, 'data');
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadMasterKey(data, {})));
    for (const key of keys) expect(key).toEqual(keys[0]);
    expect(keys[0]).toHaveLength(32);
    expect(await readdir(data)).toEqual(['key']);
    if (process.platform !== 'win32') expect((await stat(join(data, 'key'))).mode & 0o777).toBe(0o600);
    expect(await loadMasterKey(data, { NODE_ENV: 'production' })).toEqual(keys[0]);
  });

  it('never replaces a file it cannot read as a key', async () => {
    await writeFile(join(folder, 'key'), 'garbage');
    await expect(loadMasterKey(folder, {})).rejects.toThrow(/key must hold 32 bytes/);
    expect((await stat(join(folder, 'key'))).size).toBe(7);
  });

  it('demands the variable in production with an own database', async () => {
    const env = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://db/linli' };
    await expect(loadMasterKey(folder, env)).rejects.toThrow(/LINLI_KEY must be set/);
    expect(await readdir(folder)).toEqual([]);
    expect(await loadMasterKey(folder, { DATABASE_URL: env.DATABASE_URL })).toHaveLength(32);
  });
});
