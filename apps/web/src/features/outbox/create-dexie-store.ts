import type { OutboxItem, OutboxPhotoBytes, OutboxStore } from '@linli/client';
import type { DeviceDatabase, OutboxRow, PhotoRow } from '../device/device-database.ts';

/** One account's outbox on the phone. Each function is one IndexedDB transaction. */
export function createDexieStore(database: DeviceDatabase, account: string): OutboxStore {
  const { items, photos } = database;

  async function place(item: Omit<OutboxItem, 'position'>): Promise<void> {
    const last = await items.orderBy('position').last();
    await items.add({ ...item, account, position: (last?.position ?? 0) + 1 });
  }

  return {
    async add(item, bytes) {
      const rows = await photoRows(item.id, bytes);
      await database.transaction('rw', items, photos, async () => {
        await place(item);
        await photos.bulkAdd(rows);
      });
    },
    async list() {
      return (await items.where('account').equals(account).sortBy('position')).map(withoutAccount);
    },
    async change(id, fields) {
      return (await items.where('id').equals(id).modify(fields)) === 1;
    },
    async findPhoto(id, key) {
      const row = await photos.get([id, key]);
      return row === undefined ? undefined : new Blob([row.bytes], { type: row.contentType });
    },
    async replace(oldId, item, bytes) {
      const added = await photoRows(item.id, bytes);
      await database.transaction('rw', items, photos, async () => {
        const wanted = new Set(item.photos.map((photo) => photo.key));
        const old = await photos.where('itemId').equals(oldId).toArray();
        await photos.where('itemId').equals(oldId).delete();
        const kept = old.filter((row) => wanted.has(row.key)).map((row) => ({ ...row, itemId: item.id }));
        await photos.bulkAdd([...kept, ...added]);
        await items.delete(oldId);
        await place(item);
      });
    },
    async remove(ids, states) {
      return database.transaction('rw', items, photos, async () => {
        const found = (await items.bulkGet([...ids])).filter((row) => row !== undefined && states.includes(row.state));
        const gone = found.flatMap((row) => (row === undefined ? [] : [row.id]));
        await photos.where('itemId').anyOf(gone).delete();
        await items.bulkDelete(gone);
        return gone.length;
      });
    },
  };
}

/** Reads the bytes first: a transaction would end while waiting for them. */
async function photoRows(itemId: string, bytes: readonly OutboxPhotoBytes[]): Promise<PhotoRow[]> {
  return Promise.all(
    bytes.map(async ({ key, blob }) => ({ itemId, key, contentType: blob.type, bytes: await blob.arrayBuffer() })),
  );
}

function withoutAccount({ account: _, ...item }: OutboxRow): OutboxItem {
  return item;
}
