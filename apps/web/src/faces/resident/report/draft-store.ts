import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';
import { type DraftPlace, isWorthKeeping, type ReportDraft } from './report-draft.ts';

/** A photo as bytes: some phones lose Blobs kept in IndexedDB. */
type KeptPhoto = Omit<PreparedPhoto, 'blob'> & { readonly contentType: string; readonly bytes: ArrayBuffer };
type KeptDraft = Omit<ReportDraft, 'photos'> & { readonly photoIds: readonly string[] };

export interface DraftStore {
  /** What was half written, or null. */
  read(): Promise<ReportDraft | null>;
  /** Keeps the draft; one not worth keeping is removed. Calls are carried out in order. */
  write(draft: ReportDraft): Promise<void>;
  /** The place of the last report, for the first guess of the next. */
  readLastPlace(): Promise<DraftPlace | null>;
  writeLastPlace(place: DraftPlace): Promise<void>;
}

/**
 * Keeps one report on this phone, in plain IndexedDB: a library would cost a resident 30 kB. Photos lie beside the
 * draft, so that a keystroke does not write them again. Rejects where storage is closed (private windows).
 */
export function createDraftStore(name = 'linli-resident'): DraftStore {
  let queue: Promise<unknown> = Promise.resolve();

  function inOrder<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    const run = async () => {
      const database = await open(name);
      try {
        return await work(database);
      } finally {
        database.close();
      }
    };
    const next = queue.then(run, run);
    queue = next.catch(() => undefined);
    return next;
  }

  return {
    read: () =>
      inOrder(async (database) => {
        const kept = await get<KeptDraft>(database, 'drafts', 'report');
        if (kept === undefined) return null;
        const { photoIds, ...draft } = kept;
        const photos = await Promise.all(photoIds.map((id) => get<KeptPhoto>(database, 'photos', id)));
        return { ...draft, photos: photos.flatMap((photo) => (photo === undefined ? [] : [photoOf(photo)])) };
      }),
    write: (draft) =>
      inOrder(async (database) => {
        const { photos, ...rest } = draft;
        const ids = isWorthKeeping(draft) ? photos.map(({ id }) => id) : [];
        const known = new Set(await keysOf(database, 'photos'));
        for (const photo of photos) {
          if (ids.includes(photo.id) && !known.has(photo.id))
            await put(database, 'photos', photo.id, await bytesOf(photo));
        }
        for (const id of known) if (!ids.includes(id)) await remove(database, 'photos', id);
        if (isWorthKeeping(draft)) await put(database, 'drafts', 'report', { ...rest, photoIds: ids });
        else await remove(database, 'drafts', 'report');
      }),
    readLastPlace: () => inOrder(async (database) => (await get<DraftPlace>(database, 'drafts', 'place')) ?? null),
    writeLastPlace: (place) => inOrder((database) => put(database, 'drafts', 'place', place)),
  };
}

async function bytesOf({ blob, ...photo }: PreparedPhoto): Promise<KeptPhoto> {
  return { ...photo, contentType: blob.type, bytes: await blob.arrayBuffer() };
}

function photoOf({ contentType, bytes, ...photo }: KeptPhoto): PreparedPhoto {
  return { ...photo, blob: new Blob([bytes], { type: contentType }) };
}

type StoreName = 'drafts' | 'photos';

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('drafts');
    request.result.createObjectStore('photos');
  };
  return resultOf(request);
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// Under these names nothing but what this file puts there is kept.
function get<T>(database: IDBDatabase, store: StoreName, key: string): Promise<T | undefined> {
  return resultOf(database.transaction(store).objectStore(store).get(key) as IDBRequest<T | undefined>);
}

async function keysOf(database: IDBDatabase, store: StoreName): Promise<string[]> {
  const keys = await resultOf(database.transaction(store).objectStore(store).getAllKeys());
  return keys.map(String);
}

function put(database: IDBDatabase, store: StoreName, key: string, value: unknown): Promise<void> {
  return settled(database, store, (objects) => objects.put(value, key));
}

function remove(database: IDBDatabase, store: StoreName, key: string): Promise<void> {
  return settled(database, store, (objects) => objects.delete(key));
}

/** Resolves when it is on the disk, not when it is asked for. */
function settled(
  database: IDBDatabase,
  store: StoreName,
  work: (objects: IDBObjectStore) => IDBRequest,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(store));
  });
}
