import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { assertHash, type FileStore } from './file-store.ts';

export type S3Settings = { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string };

const TIMEOUT_MS = 30_000;

/**
 * Files in an S3-compatible store (path style: `<endpoint>/<bucket>/ab/cd/<hash>`), signed with SigV4. A failing or
 * unreachable store throws with the status; the library tries again by itself on 5xx and 429.
 */
export function createS3Store(settings: S3Settings): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: 's3',
    retries: 2,
  });

  function send(
    hash: string,
    init: { method: string; body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
  ) {
    assertHash(hash);
    const base = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`;
    const url = `${base}/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
    return client.fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  }

  async function has(hash: string): Promise<boolean> {
    const response = await send(hash, { method: 'HEAD' });
    if (response.status === 404) return false;
    if (!response.ok) throw storeError('HEAD', response.status);
    return true;
  }

  return {
    has,
    async put(hash, bytes, contentType) {
      if (await has(hash)) return;
      // The hash of the content is the key: signing it makes the store refuse bytes damaged on the way.
      const headers = { 'content-type': contentType, 'x-amz-content-sha256': hash };
      const response = await send(hash, { method: 'PUT', body: new Uint8Array(bytes), headers });
      await response.arrayBuffer();
      if (!response.ok) throw storeError('PUT', response.status);
    },
    async find(hash) {
      const response = await send(hash, { method: 'GET' });
      if (response.ok && response.body !== null) {
        // The web's and Node's types for the same stream differ only in name.
        return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
      }
      await response.arrayBuffer();
      if (response.status === 404) return undefined;
      throw storeError('GET', response.status);
    },
    async remove(hash) {
      const response = await send(hash, { method: 'DELETE' });
      await response.arrayBuffer();
      if (!response.ok && response.status !== 404) throw storeError('DELETE', response.status);
    },
  };
}

function storeError(method: string, status: number): Error {
  return new Error(`the file store answered ${method} with ${status}`);
}
