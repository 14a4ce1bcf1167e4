import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getCase, listCases, takeCase } from '@linli/contract';
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { type Client, createClient } from './create-client.ts';
import { ApiError, isWorthRetrying, OfflineError } from './errors.ts';

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}
interface Reply {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
  hang?: true;
}

const caseId = '0190b6d0-0000-7000-8000-000000000001';
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** A server that keeps what it saw and gives the replies one after the other (the last one again and again). */
async function serve(replies: Reply[]): Promise<{ baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      const reply = replies[Math.min(seen.length, replies.length - 1)] ?? {};
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      if (reply.hang) return;
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.body ?? '{}');
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  return { baseUrl: `http://127.0.0.1:${port}`, seen };
}

const errorBody = (code: string) =>
  JSON.stringify({ error: { code, params: { state: 'closed' }, message: '不能做这一步', id: 'e1', state: 'closed' } });

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

describe('createClient', () => {
  it('sends a query as GET, strings as they are and the rest as JSON', async () => {
    const { baseUrl, seen } = await serve([{}]);
    const client = createClient({ baseUrl, language: () => 'en' });
    await client.call(listCases, { text: '电梯 & 门', open: true, states: ['in-hand'], limit: 5, areaId: undefined });
    const url = new URL(seen[0]?.url ?? '', baseUrl);
    expect(url.pathname).toBe('/api/list-cases');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      text: '电梯 & 门',
      open: 'true',
      states: '["in-hand"]',
      limit: '5',
    });
    expect(seen[0]?.method).toBe('GET');
    expect(seen[0]?.headers['accept-language']).toBe('en');
  });

  it('sends a command as POST with a request id of its own, or the one given', async () => {
    const { baseUrl, seen } = await serve([{}]);
    const client = createClient({ baseUrl });
    await client.call(takeCase, { caseId });
    await client.call(takeCase, { caseId, requestId: caseId });
    const bodies = seen.map((one): { requestId: string } => JSON.parse(one.body));
    expect(bodies[0]?.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(bodies[1]).toEqual({ caseId, requestId: caseId });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/take-case' });
    expect(seen[0]?.headers).toMatchObject({
      'x-linli': '1',
      'content-type': 'application/json',
      'accept-language': 'zh-CN',
    });
  });

  it('knows inputs and outputs from the contract', () => {
    const take = (client: Client) => client.call(takeCase, { caseId });
    expectTypeOf<Awaited<ReturnType<typeof take>>['seq']>().toEqualTypeOf<number>();
    // @ts-expect-error a case is named by caseId
    const wrong = (client: Client) => client.call(getCase, { id: caseId });
    expect([take, wrong]).toHaveLength(2);
  });

  it('throws what the server refused', async () => {
    const { baseUrl } = await serve([{ status: 409, body: errorBody('wrong-state') }]);
    const error = await failureOf(createClient({ baseUrl }).call(takeCase, { caseId }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 409,
      code: 'wrong-state',
      message: '不能做这一步',
      id: 'e1',
      state: 'closed',
    });
    expect(isWorthRetrying(error)).toBe(false);
  });

  it.each([
    [502, 'unavailable', true],
    [504, 'unavailable', true],
    [500, 'broken', true],
    [429, 'too-many-requests', true],
    [413, 'body-too-large', false],
    [404, 'not-found', false],
  ])('gives words when something in between answers %i', async (status, code, retry) => {
    const { baseUrl } = await serve([
      { status, body: '<html>gateway</html>', headers: { 'content-type': 'text/html' } },
    ]);
    const error = await failureOf(createClient({ baseUrl }).call(getCase, { caseId }));
    expect(error).toMatchObject({ status, code });
    expect(isWorthRetrying(error)).toBe(retry);
  });

  it('says offline when nobody answers, when it takes too long, and when a foreign page answers', async () => {
    const gone = createClient({ baseUrl: 'http://127.0.0.1:9' });
    expect(await failureOf(gone.call(getCase, { caseId }))).toBeInstanceOf(OfflineError);
    const { baseUrl } = await serve([{ body: '<html>please accept the terms</html>' }, { hang: true }]);
    const client = createClient({ baseUrl });
    expect(await failureOf(client.call(getCase, { caseId }))).toBeInstanceOf(OfflineError);
    const slow = await failureOf(client.call(getCase, { caseId }, { timeoutSeconds: 0.05 }));
    expect(slow).toBeInstanceOf(OfflineError);
    expect(isWorthRetrying(slow)).toBe(true);
  });

  it('passes the caller’s own abort on as it is', async () => {
    const { baseUrl } = await serve([{ hang: true }]);
    const controller = new AbortController();
    const call = failureOf(createClient({ baseUrl }).call(getCase, { caseId }, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);
    expect(await call).toMatchObject({ name: 'AbortError' });
  });

  it('keeps cookies by hand when asked, and drops ended ones', async () => {
    const { baseUrl, seen } = await serve([
      { headers: { 'set-cookie': ['sid=abc; HttpOnly; Path=/', 'other=1; Path=/'] } },
      { headers: { 'set-cookie': ['sid=; Max-Age=0'] } },
      {},
    ]);
    const client = createClient({ baseUrl, cookies: 'manual' });
    for (let turn = 0; turn < 3; turn += 1) await client.call(getCase, { caseId });
    expect(seen.map((one) => one.headers.cookie)).toEqual([undefined, 'sid=abc; other=1', 'other=1']);
  });

  it('uploads raw bytes with their type', async () => {
    const { baseUrl, seen } = await serve([
      { body: '{"hash":"ff","contentType":"image/png","bytes":3,"width":1,"height":1}' },
    ]);
    const file = await createClient({ baseUrl }).uploadFile(
      new Blob([new Uint8Array([1, 2, 255])], { type: 'image/png' }),
    );
    expect(file.hash).toBe('ff');
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/files', body: '\u0001\u0002\u00ff' });
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'image/png', 'x-linli': '1' });
  });
});
