import { backOffSeconds } from '../back-off.ts';
import { createRequestId } from '../create-request-id.ts';
import { nextItem } from './next-item.ts';
import { type OutboxItem, type OutboxPhoto, photoRef } from './outbox-item.ts';
import type { OutboxPhotoBytes } from './outbox-store.ts';
import { type SendDependencies, sendItem } from './send-item.ts';

const STOPPED_BACK_OFF = { firstSeconds: 5, maxSeconds: 120 };
/** Done items stay visible this long, then leave with their photos. */
const DONE_KEPT_MS = 24 * 3600 * 1000;

/** Runs `work` while no other tab does; resolves `false` when another one has the lock. */
export type OutboxLock = (work: () => Promise<void>) => Promise<boolean>;

export interface OutboxOptions extends SendDependencies {
  lock: OutboxLock;
  /** Told after an item ends, so that a page can load what it changed. */
  onEnd?: (item: OutboxItem, end: 'done' | 'refused') => void;
}

export interface NewOutboxItem {
  operation: string;
  input: Record<string, unknown>;
  /** Items that must keep their order; left out = stands alone. */
  lane?: string;
  title: string;
  photos?: readonly OutboxPhotoBytes[];
}

export interface Outbox {
  /** Resolves with the item's id once it is safely kept; sending starts by itself. */
  put(item: NewOutboxItem): Promise<string>;
  /**
   * Sends a refused item once more, changed or not, as a new write at the end of its lane. Old photos that `input` still
   * names are kept; `added` brings new ones. Resolves with the new id; throws where the item is not a refused one.
   */
  resend(id: string, input: Record<string, unknown>, added?: readonly OutboxPhotoBytes[]): Promise<string>;
  /** Throws a waiting or refused item away. `false`: it is on its way or already done. */
  discard(id: string): Promise<boolean>;
  /** Try now: the network is back, somebody signed in, the page became visible. Resolves when nothing more can go. */
  wake(): Promise<void>;
  close(): void;
}

/**
 * Keeps writes until the server has them, each exactly once, also through closing and crashing: an item is on disk
 * before `put` resolves, its id names the write, and one found half sent is sent again. Wakes itself by timer.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, now } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stops = 0;
  let closed = false;

  function schedule(seconds: number): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(wakeSoon, Math.max(0.05, seconds) * 1000);
  }

  /** Sends all that can go. Holding the lock, nobody else is sending: what is marked so was cut off by a crash. */
  async function drain(): Promise<void> {
    await recover();
    while (!closed) {
      again = false; // what is put in from here on is not in this list
      const next = nextItem(await store.list(), now());
      if (next === null) return;
      if ('atMs' in next) return schedule((next.atMs - now()) / 1000);
      const result = await sendItem(options, next.item);
      if (result === 'stop') {
        stops += 1;
        return schedule(backOffSeconds(stops, STOPPED_BACK_OFF, options.random));
      }
      stops = 0;
      if (result === 'done' || result === 'refused') options.onEnd?.(next.item, result);
    }
  }

  async function recover(): Promise<void> {
    const items = await store.list();
    for (const item of items) if (item.state === 'sending') await store.change(item.id, { state: 'waiting' });
    const old = items.filter((item) => item.doneAt !== null && now() - Date.parse(item.doneAt) > DONE_KEPT_MS);
    if (old.length > 0)
      await store.remove(
        old.map((item) => item.id),
        ['done'],
      );
  }

  async function run(): Promise<void> {
    try {
      while (again && !closed) {
        const had = await options.lock(drain);
        if (!had) return schedule(STOPPED_BACK_OFF.firstSeconds); // another tab is sending, and sees new items too
      }
    } finally {
      running = null; // in the same step as the look at `again`, so that no wake falls between
    }
  }

  function wake(): Promise<void> {
    if (closed) return Promise.resolve();
    again = true;
    running ??= run();
    return running;
  }

  function wakeSoon(): void {
    wake().catch(() => schedule(STOPPED_BACK_OFF.firstSeconds)); // the device's store broke: try again shortly
  }

  function fresh(item: NewOutboxItem, photos: OutboxPhoto[]): Omit<OutboxItem, 'position'> {
    const id = createRequestId();
    return {
      id,
      operation: item.operation,
      input: item.input,
      photos,
      lane: item.lane ?? id,
      createdAt: new Date(now()).toISOString(),
      state: 'waiting',
      tries: 0,
      nextTryAt: null,
      reason: null,
      answer: null,
      doneAt: null,
      title: item.title,
    };
  }

  return {
    wake,
    async put(draft) {
      const bytes = draft.photos ?? [];
      const item = fresh(draft, bytes.map(newPhoto));
      await store.add(item, bytes);
      wakeSoon();
      return item.id;
    },
    async resend(id, input, added = []) {
      const old = (await store.list()).find((item) => item.id === id && item.state === 'refused');
      if (old === undefined) throw new Error(`outbox item ${id} is not a refused one`);
      const named = JSON.stringify(input);
      const kept = old.photos.filter((photo) => named.includes(photoRef(photo.key)));
      const draft = { operation: old.operation, input, lane: old.lane, title: old.title };
      const item = fresh(draft, [...kept.map((photo) => ({ ...photo, hash: null })), ...added.map(newPhoto)]);
      await store.replace(id, item, added);
      wakeSoon();
      return item.id;
    },
    async discard(id) {
      return (await store.remove([id], ['waiting', 'refused'])) === 1;
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

function newPhoto({ key, blob }: OutboxPhotoBytes): OutboxPhoto {
  return { key, contentType: blob.type, bytes: blob.size, hash: null };
}
