import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveWeb } from './web-pages.ts';

let folder = '';
let http: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-pages-'));
  await mkdir(join(folder, 'assets'));
  for (const face of ['index', 'field', 'office', 'screen'])
    await writeFile(join(folder, `${face}.html`), `<p>${face}`);
  await writeFile(join(folder, 'assets', 'main-abc.js'), 'export {};');
  http = fastify();
  http.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: { code: 'not-found' } }));
  http.get('/api/known', () => ({ ok: true }));
  serveWeb(http, folder, null);
  await http.ready();
});
afterAll(async () => {
  await http.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, accept = '*/*') => http.inject({ method: 'GET', url, headers: { accept } });

describe('addresses of the product', () => {
  test.each([
    ['/', 'index'],
    ['/?from=sms', 'index'],
    ['/cases/019aac4b-3000-73c9-a2e5-000000000001', 'index'],
    ['/apiary', 'index'],
    ['/office', 'office'],
    ['/office/registers/same', 'office'],
  ])('%s is a page whatever the reader accepts', async (url, face) => {
    for (const accept of ['*/*', 'text/html', 'application/json']) {
      const page = await get(url, accept);
      expect([page.statusCode, page.body], accept).toEqual([200, `<p>${face}`]);
      expect(page.headers['content-type']).toContain('text/html');
    }
  });

  test.each(['/api', '/api/nothing', '/api/nothing?x=1', '/assets/gone-abc.js', '/assets/gone', '/favicon.ico'])(
    '%s is missing, also to a browser',
    async (url) => {
      const missing = await get(url, 'text/html');
      expect(missing.statusCode).toBe(404);
      expect(missing.json()).toEqual({ error: { code: 'not-found' } });
    },
  );

  test.each([
    [null, ''],
    ['/tiles/{z}/{x}/{y}.png', ''],
    ['http://10.0.0.5:8080/{z}/{x}/{y}.png', ' http://10.0.0.5:8080'],
    ['https://tiles.example.cn/{z}/{x}/{y}.png?key=1', ' https://tiles.example.cn'],
  ])('pages with tiles at %s ask nobody else', async (tileUrl, added) => {
    const other = fastify();
    serveWeb(other, folder, tileUrl);
    const { headers } = await other.inject({ method: 'GET', url: '/' });
    const rules = String(headers['content-security-policy']).split('; ');
    expect(rules).toContain(`img-src 'self' data: blob:${added}`);
    expect(rules).toContain(`connect-src 'self'${added}`);
    await other.close();
  });

  test('what is there is served as it is', async () => {
    expect((await get('/assets/main-abc.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/api/known')).json()).toEqual({ ok: true });
  });
});
