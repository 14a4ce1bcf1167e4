import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutbox, type Outbox } from './create-outbox.ts';
import { createFakeServer, type Fate, fates } from './fake-server.fixture.ts';
import { createMemoryStore } from './memory-store.ts';
import { type OutboxItem, photoRef } from './outbox-item.ts';
import type { OutboxStore } from './outbox-store.ts';

class Crash extends Error {}

/** The store as a process sees it that dies before or after its k-th step: from then on nothing reaches the disk. */
function dyingStore(disk: OutboxStore, steps: number, moment: 'before' | 'after'): OutboxStore {
  let left = steps;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left < 0 || (left === 0 && moment === 'before')) throw new Crash();
    const result = await work();
    if (left === 0) throw new Crash();
    return result;
  };
  return {
    add: (item, photos) => step(() => disk.add(item, photos)),
    list: () => step(() => disk.list()),
    change: (id, fields) => step(() => disk.change(id, fields)),
    findPhoto: (id, key) => step(() => disk.findPhoto(id, key)),
    replace: (id, item, photos) => step(() => disk.replace(id, item, photos)),
    remove: (ids, states) => step(() => disk.remove(ids, states)),
  };
}

function startOutbox(store: OutboxStore, server: ReturnType<typeof createFakeServer>, clock: { ms: number }): Outbox {
  return createOutbox({
    store,
    send: server.send,
    upload: server.upload,
    now: () => clock.ms,
    random: () => 0.5,
    lock: async (work) => {
      await work();
      return true;
    },
  });
}

const putCase = (outbox: Outbox, lane: string, n: number, photos: number) =>
  outbox.put({
    operation: 'note-case',
    input: { lane, n, photos: Array.from({ length: photos }, (_, at) => photoRef(`p${at}`)) },
    lane,
    title: `${lane} ${n}`,
    photos: Array.from({ length: photos }, (_, at) => ({ key: `p${at}`, blob: new Blob([`${n}-${at}`]) })),
  });

const aPut = fc.record({ lane: fc.constantFrom('a', 'b', 'c'), photos: fc.nat(2) });
const aCrash = fc.record({
  steps: fc.integer({ min: 1, max: 40 }),
  moment: fc.constantFrom('before' as const, 'after' as const),
});

describe('outbox', () => {
  it('ends every item exactly once, done or refused, in order per case, through failures and crashes', async () => {
    const property = fc.asyncProperty(
      fc.array(aPut, { minLength: 1, maxLength: 8 }),
      fc.array(fc.constantFrom(...fates), { maxLength: 30 }),
      fc.array(aCrash, { maxLength: 5 }),
      async (puts, script, crashes) => {
        const disk = createMemoryStore();
        const server = createFakeServer([...script]);
        const clock = { ms: Date.UTC(2026, 10, 22, 1) };
        const kept = new Set<string>();
        const toPut = puts.map((one, n) => ({ ...one, n }));

        for (const crash of [...crashes, null]) {
          const store = crash === null ? disk : dyingStore(disk, crash.steps, crash.moment);
          const outbox = startOutbox(store, server, clock);
          await outbox.wake().catch(() => undefined);
          for (const one of toPut.splice(0, crash === null ? toPut.length : 2)) {
            const id = await putCase(outbox, one.lane, one.n, one.photos).catch(() => null);
            if (id !== null) kept.add(id);
          }
          for (let turn = 0; turn < (crash === null ? 60 : 2); turn += 1) {
            clock.ms += 3600 * 1000;
            await outbox.wake().catch(() => undefined);
          }
          outbox.close();
          await outbox.wake();
        }

        const left = await disk.list();
        const ended = new Set([...left.map((item) => item.id), ...server.applied.map((one) => one.id)]);
        for (const id of kept) expect(ended).toContain(id);
        for (const item of left) {
          expect(['done', 'refused']).toContain(item.state);
          expect(server.applied.filter((one) => one.id === item.id)).toHaveLength(item.state === 'done' ? 1 : 0);
        }
        for (const lane of ['a', 'b', 'c']) {
          const order = server.applied.filter((one) => one.lane === lane).map((one) => one.n);
          expect(order).toEqual([...order].sort((x, y) => x - y));
        }
        for (const one of server.applied) {
          expect(one.photos).toEqual(one.photos.map((_, at) => `hash-of-${one.n}-${at}`));
        }
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it('sends again what a crash left half sent, to one effect', async () => {
    const disk = createMemoryStore();
    const server = createFakeServer([]);
    const clock = { ms: Date.UTC(2026, 10, 22, 1) };
    const before = startOutbox(dyingStore(disk, 5, 'before'), server, clock);
    const id = await putCase(before, 'a', 1, 0);
    await before.wake().catch(() => undefined);
    before.close();
    const halfWay = (await disk.list()).find((item) => item.id === id);
    expect(halfWay?.state).toBe('sending');
    const after = startOutbox(disk, server, clock);
    await after.wake();
    after.close();
    expect((await disk.list()).map((item) => item.state)).toEqual(['done']);
    expect(server.applied).toHaveLength(1);
  });

  async function oneItem(
    script: Fate[],
  ): Promise<{ item: OutboxItem; disk: OutboxStore; outbox: Outbox; clock: { ms: number } }> {
    const disk = createMemoryStore();
    const clock = { ms: Date.UTC(2026, 10, 22, 1) };
    const outbox = startOutbox(disk, createFakeServer(script), clock);
    await putCase(outbox, 'a', 1, 1);
    await outbox.wake();
    const [item] = await disk.list();
    if (item === undefined) throw new Error('the item is gone');
    return { item, disk, outbox, clock };
  }

  it('keeps a refused item with the server’s words, and sends it again changed, with its photos', async () => {
    const { item, disk, outbox } = await oneItem(['ok', 'refuse']);
    expect(item).toMatchObject({
      state: 'refused',
      tries: 1,
      reason: { code: 'wrong-state', message: 'words of wrong-state', id: 'e1' },
    });
    const photos = [photoRef('p0'), photoRef('p9')];
    const added = [{ key: 'p9', blob: new Blob(['1-1']) }];
    const id = await outbox.resend(item.id, { ...item.input, n: 2, photos }, added);
    await outbox.wake();
    outbox.close();
    expect(id).not.toBe(item.id);
    expect(await disk.list()).toMatchObject([
      { id, state: 'done', answer: { n: 2 }, photos: [{ hash: 'hash-of-1-0' }, { hash: 'hash-of-1-1' }] },
    ]);
    await expect(outbox.resend(id, {})).rejects.toThrow(/not a refused/);
  });

  it('waits for sign-in without refusing, and goes on when woken', async () => {
    const { item, disk, outbox } = await oneItem(['ok', 'signed-out']);
    expect(item).toMatchObject({ state: 'waiting', tries: 0, reason: { code: 'sign-in-needed' } });
    await outbox.wake();
    outbox.close();
    expect((await disk.list())[0]?.state).toBe('done');
  });

  it('waits as long as a busy server asks, and longer each time', async () => {
    const { item, outbox, disk, clock } = await oneItem(['ok', 'too-many', 'unavailable', 'unavailable']);
    expect(item.nextTryAt).toBe(new Date(clock.ms + 30_000).toISOString());
    await outbox.wake();
    expect((await disk.list())[0]?.tries).toBe(1);
    clock.ms += 31_000;
    await outbox.wake();
    outbox.close();
    expect((await disk.list())[0]).toMatchObject({ tries: 2, state: 'waiting', reason: { code: 'unavailable' } });
  });

  it('lets one case wait without holding back another', async () => {
    const disk = createMemoryStore();
    const server = createFakeServer(['unavailable']);
    const outbox = startOutbox(disk, server, { ms: 0 });
    await putCase(outbox, 'a', 1, 0);
    await putCase(outbox, 'a', 2, 0);
    await putCase(outbox, 'b', 3, 0);
    await outbox.wake();
    outbox.close();
    expect((await disk.list()).map((item) => item.state)).toEqual(['waiting', 'waiting', 'done']);
  });

  it('discards what waits or was refused, never what is done', async () => {
    const waiting = await oneItem(['lost-before']);
    expect(await waiting.outbox.discard(waiting.item.id)).toBe(true);
    expect(await waiting.disk.list()).toEqual([]);
    expect(await waiting.disk.findPhoto(waiting.item.id, 'p0')).toBeUndefined();
    const done = await oneItem([]);
    expect(await done.outbox.discard(done.item.id)).toBe(false);
    for (const { outbox } of [waiting, done]) outbox.close();
  });

  it('uploads the photos of an item older than a day again: the server may have let them go', async () => {
    const disk = createMemoryStore();
    const clock = { ms: Date.UTC(2026, 10, 22, 1) };
    const server = createFakeServer(['ok', 'lost-before', 'ok', 'lost-before']);
    let uploads = 0;
    const upload = (blob: Blob) => {
      uploads += 1;
      return server.upload(blob);
    };
    const outbox = startOutbox(disk, { ...server, upload }, clock);
    await putCase(outbox, 'a', 1, 1);
    await outbox.wake();
    expect(uploads).toBe(1);
    clock.ms += 25 * 3600 * 1000;
    await outbox.wake();
    outbox.close();
    expect(uploads).toBe(2);
  });

  it('says so when the browser has lost a photo', async () => {
    const disk = createMemoryStore();
    const outbox = startOutbox({ ...disk, findPhoto: async () => undefined }, createFakeServer([]), { ms: 0 });
    await putCase(outbox, 'a', 1, 1);
    await outbox.wake();
    outbox.close();
    expect((await disk.list())[0]).toMatchObject({ state: 'refused', reason: { code: 'photo-lost' } });
  });

  it('removes done items a day later', async () => {
    const { disk, outbox, clock } = await oneItem([]);
    clock.ms += 25 * 3600 * 1000;
    await outbox.wake();
    outbox.close();
    expect(await disk.list()).toEqual([]);
  });
});
