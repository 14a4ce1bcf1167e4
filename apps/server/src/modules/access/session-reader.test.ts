import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { createSessionReader } from './session-reader.ts';

const tokenHash = Buffer.from('hash');
const request = { cookies: { linli_session: 'token' } } as unknown as FastifyRequest;

/** A reader over a database that answers when told to. */
function readerWith() {
  const reads: { answer(): void; fail(): void }[] = [];
  const row = { id: 'account', kind: 'resident', name: '住户' };
  let now = Date.parse('2026-03-16T02:00:00Z');
  const reader = createSessionReader({
    database: {
      asSystem: () =>
        new Promise((resolve, reject) =>
          reads.push({ answer: () => resolve(row), fail: () => reject(new Error('away')) }),
        ),
    },
    clock: { now: () => new Date(now) },
    crypto: { hashToken: () => tokenHash },
  } as unknown as Parameters<typeof createSessionReader>[0]);
  return { reader, reads, later: (ms: number) => (now += ms) };
}

describe('sessions kept in memory', () => {
  it('are read once for requests that come together, and again after five seconds', async () => {
    const { reader, reads, later } = readerWith();
    const together = [reader.sessionOf(request), reader.sessionOf(request), reader.sessionOf(request)];
    expect(reads).toHaveLength(1);
    reads[0]?.answer();
    for (const session of await Promise.all(together)) expect(session?.accountId).toBe('account');
    later(5001);
    void reader.sessionOf(request);
    expect(reads).toHaveLength(2);
  });

  it('are read again after a read that failed', async () => {
    const { reader, reads } = readerWith();
    const failing = reader.sessionOf(request);
    reads[0]?.fail();
    await expect(failing).rejects.toThrow('away');
    void reader.sessionOf(request);
    expect(reads).toHaveLength(2);
  });

  it('are not kept when they were ended while being read', async () => {
    const { reader, reads } = readerWith();
    const old = reader.sessionOf(request);
    reader.forget(tokenHash);
    reads[0]?.answer();
    await old;
    void reader.sessionOf(request);
    expect(reads).toHaveLength(2);
  });
});
