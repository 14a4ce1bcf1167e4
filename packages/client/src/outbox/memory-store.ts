import type { OutboxItem } from './outbox-item.ts';
import type { OutboxStore } from './outbox-store.ts';

/** An outbox store in memory: for tests, and for programs that need none after they end. */
export function createMemoryStore(): OutboxStore {
  const items = new Map<string, OutboxItem>();
  const photos = new Map<string, Blob>();
  let position = 0;

  function place(item: Omit<OutboxItem, 'position'>): void {
    position += 1;
    items.set(item.id, structuredClone({ ...item, position }));
  }

  return {
    async add(item, bytes) {
      place(item);
      for (const { key, blob } of bytes) photos.set(`${item.id} ${key}`, blob);
    },
    async list() {
      return [...items.values()].sort((a, b) => a.position - b.position).map((item) => structuredClone(item));
    },
    async change(id, fields) {
      const item = items.get(id);
      if (item === undefined) return false;
      items.set(id, structuredClone({ ...item, ...fields }));
      return true;
    },
    async findPhoto(id, key) {
      return photos.get(`${id} ${key}`);
    },
    async replace(oldId, item, bytes) {
      for (const { key } of item.photos) {
        const blob = photos.get(`${oldId} ${key}`);
        if (blob !== undefined) photos.set(`${item.id} ${key}`, blob);
      }
      for (const { key, blob } of bytes) photos.set(`${item.id} ${key}`, blob);
      removeOne(oldId);
      place(item);
    },
    async remove(ids, states) {
      const found = [...items.values()].filter((item) => ids.includes(item.id) && states.includes(item.state));
      for (const { id } of found) removeOne(id);
      return found.length;
    },
  };

  function removeOne(id: string): void {
    items.delete(id);
    for (const key of photos.keys()) if (key.startsWith(`${id} `)) photos.delete(key);
  }
}
