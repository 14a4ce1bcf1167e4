import 'fake-indexeddb/auto';
import { createMemoryStore, createOutbox, type OutboxItem, type OutboxStore, photoRef } from '@linli/client';
import { afterEach, describe, expect, it } from 'vitest';
import { type DeviceDatabase, openDeviceDatabase } from '../device/device-database.ts';
import { createDexieStore } from './create-dexie-store.ts';

const open: DeviceDatabase[] = [];
let count = 0;

function openOne(): DeviceDatabase {
  count += 1;
  const database = openDeviceDatabase(`test-${count}`);
  open.push(database);
  return database;
}

afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

const item = (id: string, photoKeys: string[] = []): Omit<OutboxItem, 'position'> => ({
  id,
  operation: 'note-case',
  input: { photos: photoKeys.map(photoRef) },
  photos: photoKeys.map((key) => ({ key, contentType: 'image/png', bytes: 1, hash: null })),
  lane: 'case',
  createdAt: '2026-11-22T01:00:00.000Z',
  state: 'waiting',
  tries: 0,
  nextTryAt: null,
  reason: null,
  answer: null,
  doneAt: null,
  title: '',
});
const photo = (key: string) => ({ key, blob: new Blob([key], { type: 'image/png' }) });

// One contract for both stores, so that the tests of the outbox hold for the phone as well.
describe.each<[string, () => OutboxStore]>([
  ['memory', createMemoryStore],
  ['dexie', () => createDexieStore(openOne(), 'a')],
])('outbox store: %s', (_, create) => {
  it('keeps items in the order they came, and their photos', async () => {
    const store = create();
    await store.add(item('z', ['p']), [photo('p')]);
    await store.add(item('a'), []);
    expect((await store.list()).map((one) => one.id)).toEqual(['z', 'a']);
    const blob = await store.findPhoto('z', 'p');
    expect([await blob?.text(), blob?.type]).toEqual(['p', 'image/png']);
    expect(await store.findPhoto('a', 'p')).toBeUndefined();
  });

  it('changes fields and says when the item is gone', async () => {
    const store = create();
    await store.add(item('a'), []);
    expect(await store.change('a', { state: 'sending', tries: 1 })).toBe(true);
    expect(await store.change('b', { state: 'sending' })).toBe(false);
    expect(await store.list()).toMatchObject([{ id: 'a', state: 'sending', tries: 1 }]);
  });

  it('replaces an item at the end, taking over only the photos still named', async () => {
    const store = create();
    await store.add(item('a', ['p', 'q']), [photo('p'), photo('q')]);
    await store.add(item('b'), []);
    await store.replace('a', item('c', ['p', 'r']), [photo('r')]);
    expect((await store.list()).map((one) => one.id)).toEqual(['b', 'c']);
    const found = await Promise.all(['p', 'q', 'r'].map(async (key) => (await store.findPhoto('c', key))?.text()));
    expect(found).toEqual(['p', undefined, 'r']);
    expect(await store.findPhoto('a', 'p')).toBeUndefined();
  });

  it('removes only what is in one of the states', async () => {
    const store = create();
    await store.add(item('a', ['p']), [photo('p')]);
    await store.add(item('b'), []);
    await store.change('b', { state: 'sending' });
    expect(await store.remove(['a', 'b', 'nobody'], ['waiting', 'refused'])).toBe(1);
    expect((await store.list()).map((one) => one.id)).toEqual(['b']);
    expect(await store.findPhoto('a', 'p')).toBeUndefined();
  });
});

describe('createDexieStore', () => {
  it('keeps accounts apart and survives closing', async () => {
    const database = openOne();
    await createDexieStore(database, 'a').add(item('one', ['p']), [photo('p')]);
    await createDexieStore(database, 'b').add(item('two'), []);
    database.close();
    const again = openDeviceDatabase(database.name);
    open.push(again);
    const store = createDexieStore(again, 'a');
    expect(await store.list()).toMatchObject([{ id: 'one' }]);
    expect(await store.list()).not.toMatchObject([{ account: 'a' }]);
    const sent: unknown[] = [];
    const outbox = createOutbox({
      store,
      send: async (_operation, input) => sent.push(input),
      upload: async (blob) => ({ hash: `hash-${await blob.text()}` }),
      now: Date.now,
      random: () => 0,
      lock: async (work) => work().then(() => true),
    });
    await outbox.wake();
    outbox.close();
    expect(sent).toEqual([{ requestId: 'one', photos: ['hash-p'] }]);
    expect(await createDexieStore(again, 'b').list()).toMatchObject([{ id: 'two', state: 'waiting' }]);
  });
});
