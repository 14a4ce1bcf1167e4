import { connect, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecondApp } from '../../test/second-app.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { visitor } from '../../test/visitor.ts';

let test: TestApp;
let app: TestApp['app'];
let proxy: Server;
let port = 0;
const sockets = new Set<Socket>();

/** A line to the database that can be cut. */
function openLine(to: { path: string } | { host: string; port: number }): Server {
  return createServer((near) => {
    const far = connect(to);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
}
const listen = () => new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
async function cut(): Promise<void> {
  const closed = new Promise<void>((resolve) => proxy.close(() => resolve()));
  for (const socket of sockets) socket.destroy();
  await closed;
}

beforeAll(async () => {
  test = await createTestApp();
  const { user, password, host = '', port: realPort, database } = new pg.Client(test.app.database.pool.options);
  proxy = openLine(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${realPort}` } : { host, port: realPort });
  await listen();
  const address = proxy.address();
  port = typeof address === 'object' && address ? address.port : 0;
  const connectionString = `postgres://${user}:${encodeURIComponent(String(password))}@127.0.0.1:${port}/${database}`;
  app = await createSecondApp(test, { connectionString });
});
afterAll(async () => {
  await app.close();
  await cut();
  await test.close();
});

describe('while the database is away', () => {
  it('the process lives, is not ready, answers 503 and when to come back, and recovers by itself', async () => {
    const browser = visitor(app);
    expect((await browser.get('/readyz')).body).toEqual({ ready: true });
    expect((await browser.get('/api/list-public-cases')).status).toBe(200);
    await cut();
    expect((await browser.get('/healthz')).status).toBe(200);
    expect(await browser.get('/readyz')).toMatchObject({ status: 503, body: { ready: false } });
    const replies = [
      await browser.get('/api/list-public-cases'),
      await browser.post('request-phone-code', { phone: '13900000001' }),
      await visitor(app, 'some-session').get('/api/get-session'),
    ];
    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
      expect(reply.headers['retry-after']).toBe('2');
    }
    await listen();
    expect((await browser.get('/readyz')).body).toEqual({ ready: true });
    expect((await browser.get('/api/list-public-cases')).status).toBe(200);
  });

  it('a request whose transaction is cut off gets 503, and the process goes on', async () => {
    const browser = visitor(app);
    const holder = await test.app.database.pool.connect();
    await holder.query('begin; lock table cases in access exclusive mode');
    const asked = browser.get('/api/list-public-cases');
    await expect.poll(waiting, { timeout: 5000 }).toBeGreaterThan(0);
    await cut();
    expect(await asked).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
    await holder.query('rollback');
    holder.release();
    await listen();
    expect((await browser.get('/readyz')).status).toBe(200);
  });
});

/** Transactions that wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await test.app.database.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0]?.n ?? 0;
}
