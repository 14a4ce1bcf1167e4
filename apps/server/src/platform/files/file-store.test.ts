import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type S3StandIn, startS3StandIn } from '../../test/s3-stand-in.ts';
import type { FileStore } from './file-store.ts';
import { createLocalStore } from './local-store.ts';
import { createS3Store } from './s3-store.ts';

const settings = { bucket: 'linli', region: 'cn-east-1', accessKey: 'AKEXAMPLE', secretKey: 'secret/with+signs=' };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let folder = '';
let standIn: S3StandIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-files-'));
  standIn = await startS3StandIn(settings);
});
afterAll(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

const stores: [string, () => FileStore][] = [
  ['local', () => createLocalStore({ folder })],
  ['S3', () => createS3Store({ ...settings, endpoint: standIn.endpoint })],
];

describe.each(stores)('%s store', (_, create) => {
  it('gives back what was put, byte for byte, from a new instance too', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 31) % 256));
    const hash = sha256(bytes);
    await create().put(hash, bytes, 'image/webp');
    const stream = await create().find(hash);
    expect(stream && (await buffer(stream)).equals(bytes)).toBe(true);
    expect(await create().has(hash)).toBe(true);
  });

  it('knows nothing of what was never put', async () => {
    const hash = sha256(Buffer.from('never'));
    expect(await create().has(hash)).toBe(false);
    expect(await create().find(hash)).toBeUndefined();
  });

  it('takes bytes away for good, also twice', async () => {
    const bytes = Buffer.from('forgotten');
    await create().put(sha256(bytes), bytes, 'application/pdf');
    for (const _ of ['once', 'again']) await create().remove(sha256(bytes));
    expect(await create().find(sha256(bytes))).toBeUndefined();
    await expect(create().remove('../etc')).rejects.toThrow(/SHA-256/);
  });

  it('takes the same file many times at once', async () => {
    const bytes = Buffer.from('the same');
    const hash = sha256(bytes);
    await Promise.all(Array.from({ length: 8 }, () => create().put(hash, bytes, 'application/pdf')));
    await create().put(hash, bytes, 'application/pdf');
    const stream = await create().find(hash);
    expect(stream && (await buffer(stream)).equals(bytes)).toBe(true);
  });

  it('keeps an empty file apart from none', async () => {
    const hash = sha256(Buffer.alloc(0));
    await create().put(hash, Buffer.alloc(0), 'application/pdf');
    const stream = await create().find(hash);
    expect(stream && (await buffer(stream)).length).toBe(0);
  });

  it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`])('refuses the name %j', async (name) => {
    await expect((async () => create().find(name))()).rejects.toThrow('not a SHA-256');
    await expect((async () => create().put(name, Buffer.from('x'), 'application/pdf'))()).rejects.toThrow(
      'not a SHA-256',
    );
  });
});

describe('local store', () => {
  it('leaves no partial files behind and spreads over folders', async () => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { name, parentPath } of files) {
      expect(join(parentPath, name)).toBe(join(folder, name.slice(0, 2), name.slice(2, 4), name));
    }
  });

  it('tells a folder that cannot be written, not "missing"', async () => {
    const hash = sha256(Buffer.from('x'));
    const [file] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const store = createLocalStore({ folder: join(file?.parentPath ?? '', file?.name ?? '') });
    await expect(store.put(hash, Buffer.from('x'), 'application/pdf')).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('S3 store', () => {
  const bytes = Buffer.from('for the store');
  const hash = sha256(bytes);
  const create = (changes: Partial<typeof settings>) =>
    createS3Store({ ...settings, endpoint: standIn.endpoint, ...changes });
  afterEach(() => standIn.objects.delete(`${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`));

  it('stores under the spread key with the content type', async () => {
    await create({}).put(hash, bytes, 'image/webp');
    expect(standIn.objects.get(`${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`)).toEqual({
      bytes,
      contentType: 'image/webp',
    });
  });

  it.each([
    ['another secret', { secretKey: 'wrong' }],
    ['another key', { accessKey: 'OTHER' }],
    ['another region', { region: 'cn-north-1' }],
  ])('is refused with %s and says so instead of "missing"', async (_, changes) => {
    await expect(create(changes).has(hash)).rejects.toThrow('403');
    await expect(create(changes).find(hash)).rejects.toThrow('403');
    await expect(create(changes).put(hash, bytes, 'image/webp')).rejects.toThrow('403');
  });

  it('is refused when the bytes are not those of the hash', async () => {
    await expect(create({}).put(hash, Buffer.from('damaged'), 'image/webp')).rejects.toThrow('403');
    expect(await create({}).has(hash)).toBe(false);
  });

  it('tries again after a passing failure, and gives up on a lasting one', async () => {
    standIn.failNext(2, 503);
    await create({}).put(hash, bytes, 'image/webp');
    expect(await create({}).has(hash)).toBe(true);
    standIn.failNext(3, 503);
    await expect(create({}).find(hash)).rejects.toThrow('503');
  });
});
