import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import type { ImportDeps } from './deps.ts';
import { readUpload, uploadLimits } from './read-upload.ts';
import { uploadRoute } from './upload-route.ts';

// Only sealing is asked of it here.
const crypto = { encrypt: (text: string) => Buffer.from(text) } as unknown as Crypto;
const limits = { mostRows: 1000, ...uploadLimits };
const table = (rows: number) =>
  Buffer.from(['编号,内容', ...Array.from({ length: rows }, (_, i) => `${i},积水`)].join('\n'));

describe('an uploaded table', () => {
  it('is read whole, its rows numbered and sealed', async () => {
    const { head, batches, rowCount } = await readUpload(table(3), crypto, limits);
    expect(head).toMatchObject({ headings: ['编号', '内容'], format: 'csv' });
    expect(rowCount).toBe(3);
    expect(batches.flat().map(({ n, line }) => [n, line])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(batches.flat()[0]?.sealed.toString()).toBe('["0","积水"]');
  });

  it('is let go when reading takes too long or its rows weigh too much', async () => {
    await expect(readUpload(table(500), crypto, { ...limits, longestMs: 1 })).rejects.toThrow('table-unreadable');
    await expect(readUpload(table(500), crypto, { ...limits, mostSealedBytes: 2000 })).rejects.toThrow(
      'file-too-large',
    );
    await expect(readUpload(table(0), crypto, limits)).rejects.toThrow('table-unreadable');
  });

  it('opens no transaction before it has been read to its end', async () => {
    let opened = 0;
    const database = {
      asSystem: async () => {
        opened++;
        throw new Error('a transaction was opened');
      },
    } as unknown as Database;
    const site = { id: 'site', path: 'site' };
    const deps = {
      clock: { now: () => new Date('2026-03-16T02:00:00Z') },
      crypto,
      places: { get: () => ({ sites: () => [site], areaOf: () => site }) },
    } as unknown as ImportDeps;
    const actor = {
      ...{ kind: 'staff', accountId: 'one', name: '', pools: [] },
      scopes: [{ role: 'dispatcher', path: 'site', unitId: null, postId: 'post' }],
    } as const;
    const http = Fastify();
    uploadRoute(http, database, deps, async () => actor as never); // the fields the policy reads
    const send = (body: Buffer) =>
      http.inject({
        method: 'POST',
        url: '/api/import-files?name=a.csv',
        payload: body,
        headers: { 'content-type': 'text/csv' },
      });
    expect((await send(Buffer.from('编号,内容\n"没有结束'))).json()).not.toMatchObject({
      message: 'a transaction was opened',
    });
    expect(opened).toBe(0);
    expect((await send(table(2))).json()).toMatchObject({ message: 'a transaction was opened' });
    await http.close();
  });
});
