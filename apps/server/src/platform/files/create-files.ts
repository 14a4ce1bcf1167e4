import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { refuse } from '../errors.ts';
import { createQueue } from './create-queue.ts';
import { type DocumentType, detectContentType, isPhotoType } from './detect-content-type.ts';
import type { FileStore } from './file-store.ts';
import { preparePhoto } from './prepare-photo.ts';
import { readBounded } from './read-bounded.ts';

const MIB = 1024 * 1024;

export type FileLimits = {
  photoBytes: number;
  documentBytes: number;
  /** Width × height a photo may have before it is made smaller. */
  photoPixels: number;
  /** Photos that may wait to be prepared, each held in memory. */
  photosWaiting: number;
};

/** Phones send 12 to 50 megapixels; 108 would be 330 MB unpacked. */
export const defaultFileLimits: FileLimits = {
  photoBytes: 15 * MIB,
  documentBytes: 30 * MIB,
  photoPixels: 64_000_000,
  photosWaiting: 20,
};

export type FileKind = 'photo' | 'document';

/** What was stored; `hash` and `thumbHash` are SHA-256 in hex and the only way back to the bytes. */
export type StoredFile = {
  hash: string;
  bytes: number;
  contentType: 'image/webp' | DocumentType;
  width?: number;
  height?: number;
  thumbHash?: string;
};

type Announce = (file: StoredFile) => Promise<void>;

export type Files = {
  /**
   * Stores an upload. What it is, is decided by its content; a photo is made smaller and loses its metadata, a document is
   * kept as it is (a scanned picture is treated as a photo). The same content is stored once.
   * `announce` is told before any byte is stored, so that none lies there unknown.
   * Refuses: `file-too-large`, `photo-too-large`, `file-type-unsupported`, `file-heic`, `file-broken`, `unavailable` (too many at once).
   */
  put(input: AsyncIterable<Uint8Array> | Buffer, options: { kind: FileKind; announce?: Announce }): Promise<StoredFile>;
  /** The bytes of a stored file. Refuses `not-found`. Whether the reader may see it is the caller's question. */
  open(hash: string): Promise<Readable>;
  /** Takes the bytes away for good; whether nothing needs them any more is the caller's question. */
  remove(hash: string): Promise<void>;
};

/** Content-addressed files on a store. */
export function createFiles({ store, limits }: { store: FileStore; limits?: Partial<FileLimits> }): Files {
  const { photoBytes, documentBytes, photoPixels, photosWaiting } = { ...defaultFileLimits, ...limits };
  const inTurn = createQueue({ maxWaiting: photosWaiting });

  async function putPhoto(source: Buffer, announce: Announce | undefined): Promise<StoredFile> {
    const photo = await inTurn(() => preparePhoto(source, { limitPixels: photoPixels }));
    const [hash, thumbHash] = [hashOf(photo.bytes), hashOf(photo.thumb)];
    const { contentType, width, height } = photo;
    const stored: StoredFile = { hash, bytes: photo.bytes.length, contentType, width, height, thumbHash };
    await announce?.(stored);
    await store.put(thumbHash, photo.thumb, contentType);
    await store.put(hash, photo.bytes, contentType);
    return stored;
  }

  return {
    async put(input, { kind, announce }) {
      const source = await readBounded(input, kind === 'photo' ? photoBytes : documentBytes);
      if (source.length === 0) refuse('file-broken');
      const type = detectContentType(source);
      if (type === 'heic') return refuse('file-heic');
      if (isPhotoType(type)) {
        await readBounded(source, photoBytes);
        return putPhoto(source, announce);
      }
      if (type === 'unknown' || kind === 'photo') return refuse('file-type-unsupported');
      const hash = hashOf(source);
      const stored: StoredFile = { hash, bytes: source.length, contentType: type };
      await announce?.(stored);
      await store.put(hash, source, type);
      return stored;
    },
    async open(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) refuse('not-found');
      return (await store.find(hash)) ?? refuse('not-found');
    },
    remove: (hash) => store.remove(hash),
  };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
