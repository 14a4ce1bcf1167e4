import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportCase } from '@linli/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type S3StandIn, startS3StandIn } from '../../test/s3-stand-in.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { runDue } from '../jobs/due-work.ts';
import { createLog } from '../log.ts';
import type { FileStore } from './file-store.ts';
import {
  createFiles,
  createLocalStore,
  createS3Store,
  recordPhoto,
  sweepFilesHandlers,
  sweepFilesJob,
} from './index.ts';

const settings = { bucket: 'linli', region: 'cn-east-1', accessKey: 'AKEXAMPLE', secretKey: 'secret/with+signs=' };
const dayMinutes = 24 * 60;
let folder = '';
let standIn: S3StandIn;
let test: TestApp;
let mine: Caller;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-sweep-'));
  standIn = await startS3StandIn(settings);
  test = await createTestApp();
  mine = await test.resident();
});
afterAll(async () => {
  await test.close();
  await standIn.close();
  await rm(folder, { recursive: true });
});

const stores: [string, () => FileStore][] = [
  ['a folder', () => createLocalStore({ folder })],
  ['S3', () => createS3Store({ ...settings, endpoint: standIn.endpoint })],
];
let colours = 0;

describe.each(stores)('photos in %s', (_, create) => {
  let store: FileStore;
  let colour: string;
  beforeEach(() => {
    store = create();
    colours += 1;
    colour = `rgb(${colours * 9},40,90)`;
  });

  const upload = async () => {
    const source = await sharp({ create: { width: 400, height: 300, channels: 3, background: colour } })
      .png()
      .toBuffer();
    return createFiles({ store }).put(source, {
      kind: 'photo',
      announce: (file) => test.app.database.asSystem((db) => recordPhoto(db, file, mine.accountId, test.clock.now())),
    });
  };
  const beginSweep = () => test.app.database.asSystem((db) => sweepFilesJob.run(db, test.clock.now()));
  const finishSweep = async () => {
    const { database } = test.app;
    const log = createLog('silent');
    const handlers = sweepFilesHandlers({ database, files: createFiles({ store }), log });
    while (await runDue({ database, clock: test.clock, log, handlers }));
  };
  const sweep = async () => {
    await beginSweep();
    await finishSweep();
  };
  const report = (photo: string) => {
    const place = { ...test.street.area.east1.point, address: '' };
    return mine.ask(reportCase, { typeCode: '06010', words: '垃圾', place, photos: [photo] });
  };

  it('go after two days in nothing, and not before', async () => {
    const { hash, thumbHash = '' } = await upload();
    test.clock.forward(2 * dayMinutes - 1);
    await sweep();
    expect([await store.has(hash), await store.has(thumbHash)]).toEqual([true, true]);
    test.clock.forward(2);
    await sweep();
    expect([await store.has(hash), await store.has(thumbHash)]).toEqual([false, false]);
    expect((await report(hash)).error?.code).toBe('input-invalid');
  });

  it('stay while a case has them', async () => {
    const { hash, thumbHash = '' } = await upload();
    expect((await report(hash)).status).toBe(200);
    test.clock.forward(100 * dayMinutes);
    await sweep();
    expect([await store.has(hash), await store.has(thumbHash)]).toEqual([true, true]);
  });

  it('stay when somebody uploaded the same picture since, also in the middle of a sweep', async () => {
    const { hash } = await upload();
    test.clock.forward(3 * dayMinutes);
    await upload();
    await sweep();
    expect(await store.has(hash)).toBe(true);
    test.clock.forward(3 * dayMinutes);
    await beginSweep();
    await upload();
    await finishSweep();
    expect(await store.has(hash)).toBe(true);
    expect((await report(hash)).status).toBe(200);
  });

  it('stay for a report that names them at the last moment', async () => {
    const { hash } = await upload();
    test.clock.forward(3 * dayMinutes);
    expect((await report(hash)).status).toBe(200);
    await sweep();
    expect(await store.has(hash)).toBe(true);
  });

  it('leave a thumbnail that another photo has too', async () => {
    const old = await upload();
    test.clock.forward(3 * dayMinutes);
    const young = { ...old, hash: createHash('sha256').update(colour).digest('hex') };
    await test.app.database.asSystem((db) => recordPhoto(db, young, mine.accountId, test.clock.now()));
    await sweep();
    expect([await store.has(old.hash), await store.has(young.thumbHash ?? '')]).toEqual([false, true]);
    test.clock.forward(3 * dayMinutes);
    await sweep();
    expect(await store.has(young.thumbHash ?? '')).toBe(false);
  });
});

it('nobody who uploads another picture waits for a store that is slow to remove one', async () => {
  const { database } = test.app;
  const [old, young] = ['b', 'c'].map((c) => ({ hash: c.repeat(64), bytes: 1, contentType: 'image/webp' as const }));
  if (!old || !young) throw new Error('two were made');
  const record = (file: typeof old) => database.asSystem((db) => recordPhoto(db, file, null, test.clock.now()));
  await record(old);
  test.clock.forward(3 * dayMinutes);
  await database.asSystem((db) => sweepFilesJob.run(db, test.clock.now()));
  const slow = { reached: () => {}, go: () => {} };
  const reached = new Promise<void>((resolve) => {
    slow.reached = resolve;
  });
  const answered = new Promise<void>((resolve) => {
    slow.go = resolve;
  });
  const files = {
    remove: async () => {
      slow.reached();
      await answered;
    },
  };
  const log = createLog('silent');
  const handlers = sweepFilesHandlers({ database, files, log });
  const removing = runDue({ database, clock: test.clock, log, handlers });
  await reached;
  await record(young);
  slow.go();
  await removing;
});

it('bytes that could not be removed are tried again', async () => {
  const { database } = test.app;
  const log = createLog('silent');
  const removed: string[] = [];
  let away = true;
  const files = {
    remove: async (hash: string) => {
      if (away) throw new Error('the store is away');
      removed.push(hash);
    },
  };
  const handlers = sweepFilesHandlers({ database, files, log });
  const run = async () => {
    while (await runDue({ database, clock: test.clock, log, handlers }));
  };
  const file = { hash: 'a'.repeat(64), bytes: 1, contentType: 'image/webp' as const };
  await database.asSystem((db) => recordPhoto(db, file, null, test.clock.now()));
  test.clock.forward(3 * dayMinutes);
  await database.asSystem((db) => sweepFilesJob.run(db, test.clock.now()));
  await run();
  away = false;
  await run();
  expect(removed).not.toContain(file.hash);
  test.clock.forward(11);
  await run();
  expect(removed).toContain(file.hash);
});
