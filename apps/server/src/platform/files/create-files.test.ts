import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeXlsx } from 'hucre/xlsx';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFiles, type Files } from './create-files.ts';
import { createLocalStore } from './local-store.ts';

const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' } };

let folder = '';
let files: Files;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-files-'));
  files = createFiles({ store: createLocalStore({ folder }) });
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (hash: string) => buffer(await files.open(hash));
const countStored = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

/** A picture whose left half is red and right half blue, so that turning it can be seen. */
function drawPhoto(width: number, height: number) {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: 'red' };
  return sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    { input: { create: half }, left: 0, top: 0 },
  ]);
}

describe('photos', () => {
  it('makes a large one smaller and keeps a picture for lists', async () => {
    const source = await drawPhoto(4000, 3000).jpeg().toBuffer();
    const stored = await files.put(source, { kind: 'photo' });
    expect(stored).toMatchObject({ width: 1920, height: 1440, contentType: 'image/webp' });
    const bytes = await read(stored.hash);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored.hash);
    expect(bytes.length).toBe(stored.bytes);
    const thumb = await sharp(await read(stored.thumbHash ?? '')).metadata();
    expect(thumb).toMatchObject({ format: 'webp', width: 320, height: 240 });
  });

  it('does not blow up a small one', async () => {
    const source = await drawPhoto(100, 60).png().toBuffer();
    expect(await files.put(source, { kind: 'photo' })).toMatchObject({ width: 100, height: 60 });
  });

  it('turns it upright and drops place and camera', async () => {
    const source = await drawPhoto(400, 200)
      .jpeg()
      .withExif({ IFD0: { Make: 'Camera of a neighbour' }, ...GPS })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .toBuffer();
    expect((await sharp(source).metadata()).exif).toBeDefined();
    const stored = await files.put(source, { kind: 'photo' });
    for (const hash of [stored.hash, stored.thumbHash ?? '']) {
      const bytes = await read(hash);
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
      for (const word of ['neighbour', 'secret']) expect(bytes.includes(word)).toBe(false);
    }
    expect(stored).toMatchObject({ width: 200, height: 400 });
    // Turned by 90°, the red left half is on top.
    const { data } = await sharp(await read(stored.hash))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(200);
    expect(data[data.length - 1]).toBeGreaterThan(200);
  });

  it('stores the same photo once', async () => {
    const source = await drawPhoto(500, 300).jpeg().toBuffer();
    const first = await files.put(source, { kind: 'photo' });
    const before = await countStored();
    expect(await files.put(Readable.from([source.subarray(0, 100), source.subarray(100)]), { kind: 'photo' })).toEqual(
      first,
    );
    expect(await countStored()).toBe(before);
  });

  it.each([
    ['cut off', async () => (await drawPhoto(900, 900).png().toBuffer()).subarray(0, 300)],
    ['a header only', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['empty', async () => Buffer.alloc(0)],
    ['noise behind a magic number', async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500, 9)])],
  ])('refuses a broken one: %s', async (_, make) => {
    await expect(files.put(await make(), { kind: 'photo' })).rejects.toMatchObject({ code: 'file-broken' });
  });

  it('refuses a bomb by its header', async () => {
    const small = createFiles({ store: createLocalStore({ folder }), limits: { photoPixels: 1_000_000 } });
    const bomb = await sharp({ create: { width: 1001, height: 1000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(20_000);
    await expect(small.put(bomb, { kind: 'photo' })).rejects.toMatchObject({
      code: 'photo-too-large',
      params: { megapixels: 1 },
    });
    // A PNG that says 60,000 × 60,000 in 50 bytes.
    const huge = Buffer.from(bomb);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    await expect(files.put(huge, { kind: 'photo' })).rejects.toMatchObject({ name: 'Refusal' });
  });

  it('refuses HEIC with a code of its own', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
    await expect(files.put(heic, { kind: 'photo' })).rejects.toMatchObject({ code: 'file-heic' });
  });

  it.each([
    ['GIF', Buffer.from('GIF89a............')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['PDF as a photo', Buffer.from('%PDF-1.7\n')],
    ['AVIF', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypavif')])],
  ])('refuses %s whatever it is called', async (_, bytes) => {
    await expect(files.put(bytes, { kind: 'photo' })).rejects.toMatchObject({ code: 'file-type-unsupported' });
  });

  it('refuses the one too many while others wait', async () => {
    const narrow = createFiles({ store: createLocalStore({ folder }), limits: { photosWaiting: 2 } });
    const source = await drawPhoto(600, 600).jpeg().toBuffer();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => narrow.put(source, { kind: 'photo' })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await expect(narrow.put(source, { kind: 'photo' })).resolves.toBeDefined();
  });
});

describe('size', () => {
  it('stops reading at the limit and lets the stream go', async () => {
    const tight = createFiles({ store: createLocalStore({ folder }), limits: { photoBytes: 1024 * 1024 } });
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += 64 * 1024;
        this.push(Buffer.alloc(64 * 1024, 1));
      },
    });
    await expect(tight.put(endless, { kind: 'photo' })).rejects.toMatchObject({
      code: 'file-too-large',
      params: { max: 1 },
    });
    expect(endless.destroyed).toBe(true);
    expect(sent).toBeLessThan(2 * 1024 * 1024);
  });

  it('holds a photo sent as a document to the photo limit', async () => {
    const tight = createFiles({ store: createLocalStore({ folder }), limits: { photoBytes: 2000 } });
    const photo = await drawPhoto(800, 800).png({ compressionLevel: 0 }).toBuffer();
    await expect(tight.put(photo, { kind: 'document' })).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('passes on an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from([0xff, 0xd8, 0xff]);
        throw new Error('connection lost');
      })(),
    );
    await expect(files.put(broken, { kind: 'photo' })).rejects.toThrow('connection lost');
  });
});

describe('documents', () => {
  it('keeps a PDF as it is', async () => {
    const pdf = Buffer.from('%PDF-1.7\nwords');
    const stored = await files.put(pdf, { kind: 'document' });
    expect(stored).toEqual({
      hash: createHash('sha256').update(pdf).digest('hex'),
      bytes: pdf.length,
      contentType: 'application/pdf',
    });
    expect((await read(stored.hash)).equals(pdf)).toBe(true);
  });

  it('knows a workbook, and refuses a plain archive or one with macros', async () => {
    const book = Buffer.from(await writeXlsx({ sheets: [{ name: '一', rows: [['a']] }] }));
    expect((await files.put(book, { kind: 'document' })).contentType).toContain('spreadsheetml.sheet');
    // The names in the archive's directory are what counts; both stay of equal length.
    const renamed = (from: string, to: string) => Buffer.from(book.toString('latin1').replaceAll(from, to), 'latin1');
    for (const bytes of [
      renamed('xl/workbook.xml', 'xl/vbaProjectx1'),
      renamed('[Content_Types].xml', 'Content_Types__.xml'),
    ]) {
      await expect(files.put(bytes, { kind: 'document' })).rejects.toMatchObject({ code: 'file-type-unsupported' });
    }
  });

  it('prepares a scanned picture as a photo', async () => {
    const scan = await drawPhoto(300, 200).png().toBuffer();
    expect(await files.put(scan, { kind: 'document' })).toMatchObject({ contentType: 'image/webp', width: 300 });
  });
});

describe('open', () => {
  it.each(['0'.repeat(64), '../secret', ''])('refuses %j as not found', async (hash) => {
    await expect(files.open(hash)).rejects.toMatchObject({ code: 'not-found' });
  });
});
