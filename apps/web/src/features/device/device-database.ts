import type { OutboxItem } from '@linli/client';
import Dexie, { type Table } from 'dexie';

/** An outbox item with whose it is. */
export type OutboxRow = OutboxItem & { readonly account: string };
/** A photo as bytes: some phones lose Blobs kept in IndexedDB. */
export interface PhotoRow {
  readonly itemId: string;
  readonly key: string;
  readonly contentType: string;
  readonly bytes: ArrayBuffer;
}
/** The last answer of a query, for work without a network. */
export interface KeptRow {
  readonly account: string;
  readonly name: string;
  readonly at: string;
  readonly value: unknown;
}

export type DeviceDatabase = Dexie & {
  items: Table<OutboxRow, string>;
  photos: Table<PhotoRow, [string, string]>;
  kept: Table<KeptRow, [string, string]>;
};

/** Opens what a phone keeps for the field face. Versions only ever grow; close it when done. */
export function openDeviceDatabase(name = 'linli-field'): DeviceDatabase {
  const database = new Dexie(name);
  database.version(1).stores({
    items: 'id, account, position',
    photos: '[itemId+key], itemId',
    kept: '[account+name], account',
  });
  return database as DeviceDatabase; // Dexie adds the tables named above as properties
}
