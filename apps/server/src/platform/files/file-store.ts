import type { Readable } from 'node:stream';

/** Where bytes rest under the SHA-256 of their content (64 hex digits). Storing the same bytes again changes nothing. */
export type FileStore = {
  /** Stores all bytes or nothing: a reader never sees half a file. */
  put(hash: string, bytes: Buffer, contentType: string): Promise<void>;
  has(hash: string): Promise<boolean>;
  /** The bytes from the start, or nothing when there is no such file. The caller reads or destroys the stream. */
  find(hash: string): Promise<Readable | undefined>;
  /** Takes the bytes away for good. What is not there is no error. */
  remove(hash: string): Promise<void>;
};

/** Guards every path and key made from a hash: anything else could name a file elsewhere. */
export function assertHash(hash: string): void {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a SHA-256 in hex');
}
