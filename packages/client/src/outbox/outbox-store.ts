import type { OutboxItem, OutboxState } from './outbox-item.ts';

export interface OutboxPhotoBytes {
  key: string;
  blob: Blob;
}

/**
 * Where the outbox keeps its items. Each function is one transaction that is on disk when it resolves; a crash in
 * between leaves either all of it or nothing. Bytes are kept apart from items, so that listing stays cheap.
 */
export interface OutboxStore {
  /** Adds at the end: gives it the next position. */
  add(item: Omit<OutboxItem, 'position'>, photos: readonly OutboxPhotoBytes[]): Promise<void>;
  /** All items in order of position. */
  list(): Promise<OutboxItem[]>;
  /** Changes some fields; `false` where the item is gone. */
  change(id: string, fields: Partial<Omit<OutboxItem, 'id' | 'position'>>): Promise<boolean>;
  findPhoto(id: string, key: string): Promise<Blob | undefined>;
  /**
   * Puts a new item at the end in the place of an old one. Its photos are those of the old item with the same key,
   * and the new ones given; the old item's others are deleted.
   */
  replace(oldId: string, item: Omit<OutboxItem, 'position'>, photos: readonly OutboxPhotoBytes[]): Promise<void>;
  /** Removes those items, with their photos, that are still in one of the states; says how many. */
  remove(ids: readonly string[], states: readonly OutboxState[]): Promise<number>;
}
