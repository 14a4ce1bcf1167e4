import { getSession, signOut } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSecondApp } from '../../test/second-app.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { type Visitor, visitor } from '../../test/visitor.ts';
import { accessJobs } from './jobs.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(() => test.clock.forward(61));

let phones = 0;
async function openBrowser(headers?: Record<string, string>): Promise<{ browser: Visitor; setCookie: string }> {
  const phone = `136${String(++phones).padStart(8, '0')}`;
  const browser = visitor(test.app);
  const { body } = await browser.post('request-phone-code', { phone });
  const opened = await browser.post('sign-in-by-phone', { phone, code: body.demoCode }, { 'x-linli': '1', ...headers });
  expect(opened.status).toBe(200);
  return { browser, setCookie: opened.setCookies.join() };
}

describe('a session', () => {
  it('lives in a cookie that scripts and other sites cannot use', async () => {
    const { setCookie } = await openBrowser();
    expect(setCookie).toMatch(/; HttpOnly/);
    expect(setCookie).toMatch(/; SameSite=Lax/);
    expect(setCookie).toMatch(/; Path=\//);
    expect(setCookie).not.toMatch(/Domain=/);
    expect(setCookie).not.toMatch(/; Secure/); // plain http on this machine
  });

  it('is Secure behind a proxy that speaks https, if that proxy is trusted', async () => {
    const proxied = await createSecondApp(test, {
      config: { trustProxy: '127.0.0.1', publicUrl: 'https://linli.example' },
    });
    const phone = '13500000001';
    const headers = { 'x-linli': '1', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };
    const { body } = await visitor(proxied).post('request-phone-code', { phone }, headers);
    const opened = await visitor(proxied).post('sign-in-by-phone', { phone, code: body.demoCode }, headers);
    expect(opened.setCookies.join()).toMatch(/; Secure/);
    await proxied.close();
    expect((await openBrowser({ 'x-forwarded-proto': 'https' })).setCookie).not.toMatch(/; Secure/);
  });

  it('keeps only a hash of the token', async () => {
    const { browser } = await openBrowser();
    const token = browser.cookie() ?? '';
    expect(token.length).toBeGreaterThanOrEqual(32);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ row: string }>`select session::text as row from session`.execute(db),
    );
    expect(rows.map((r) => r.row).join()).not.toContain(token);
    expect(rows.some((r) => r.row.includes(test.crypto.hashToken(token).toString('hex')))).toBe(true);
  });

  it('ends with the sign-out, at once here and within five seconds in another process', async () => {
    const { browser } = await openBrowser();
    const second = await createSecondApp(test);
    const elsewhere = visitor(second, browser.cookie());
    expect((await elsewhere.get('/api/get-session')).body.kind).toBe('resident');
    const stolen = visitor(test.app, browser.cookie());
    expect((await browser.post('sign-out', {})).body).toEqual({ signedOut: true });
    expect(browser.cookie()).toBeNull();
    expect((await stolen.get('/api/get-session')).body.kind).toBe('anonymous');
    test.clock.forward(5 / 60);
    expect((await elsewhere.get('/api/get-session')).body.kind).toBe('anonymous');
    await second.close();
  });

  it('is none with a token made up, too long or of another key', async () => {
    for (const made of ['x', 'a'.repeat(43), 'b'.repeat(5000), '%00'])
      expect((await visitor(test.app, made).get('/api/get-session')).body.kind).toBe('anonymous');
  });

  it('is over after ninety days for residents, fourteen for staff, and then forgotten', async () => {
    const { browser } = await openBrowser();
    test.clock.forward(89 * 1440);
    expect((await browser.get('/api/get-session')).body.kind).toBe('resident');
    test.clock.forward(1440);
    expect((await browser.get('/api/get-session')).body.kind).toBe('anonymous');
    const now = test.clock.now();
    await test.app.database.asSystem(async (db) => {
      for (const job of accessJobs) await job.run(db, now);
    });
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ n: number }>`select count(*)::int as n from session where expires_at < ${now}`.execute(db),
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('may be ended by nobody too', async () => {
    expect(await test.nobody.call(signOut, {})).toEqual({ signedOut: true });
    expect((await test.nobody.call(getSession, {})).kind).toBe('anonymous');
  });
});

describe('demonstration sign-ins', () => {
  it('exist in demonstration mode only', async () => {
    const { accountId } = await test.staff('dispatcher', 'street');
    await test.app.database.asSystem((db) =>
      sql`update account set demo_key = '05-dispatcher' where id = ${accountId}`.execute(db),
    );
    const shown = await visitor(test.app).get('/api/list-demo-sign-ins');
    expect(shown.body).toMatchObject({
      demo: true,
      signIns: [{ key: '05-dispatcher', role: 'dispatcher', face: 'office' }],
    });
    expect((await visitor(test.app).post('sign-in-to-demo', { key: '05-dispatcher' })).body).toMatchObject({
      kind: 'staff',
      accountId,
      demo: true,
    });
    expect((await visitor(test.app).post('sign-in-to-demo', { key: 'somebody' })).status).toBe(404);

    const real = await createSecondApp(test, { config: { demo: false } });
    expect((await visitor(real).get('/api/list-demo-sign-ins')).body).toEqual({ demo: false, signIns: [] });
    expect(await visitor(real).post('sign-in-to-demo', { key: '05-dispatcher' })).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
      setCookies: [],
    });
    expect((await visitor(real).get('/api/get-session')).body.demo).toBe(false);
    await real.close();
  });
});

describe('writes from other sites', () => {
  const host = { host: 'linli.test', 'x-linli': '1' };
  it('are refused without our header, which a form cannot send', async () => {
    const { browser } = await openBrowser();
    const reply = await browser.post('sign-out', {}, { host: 'linli.test' });
    expect(reply).toMatchObject({ status: 403, body: { error: { code: 'origin-refused' } } });
    expect((await browser.get('/api/get-session')).body.kind).toBe('resident');
  });

  it.each(['https://evil.example', 'http://linli.test.evil.example', 'http://linli.test:8080', 'null'])(
    'are refused from %s',
    async (origin) => {
      const { browser } = await openBrowser();
      expect(await browser.post('sign-out', {}, { ...host, origin })).toMatchObject({
        status: 403,
        body: { error: { code: 'origin-refused' } },
      });
      expect((await browser.get('/api/get-session')).body.kind).toBe('resident');
    },
  );

  it('are taken from our own pages', async () => {
    const { browser } = await openBrowser();
    expect((await browser.post('sign-out', {}, { ...host, origin: 'http://linli.test' })).status).toBe(200);
  });

  it('are taken from the public address when one is set', async () => {
    const proxied = await createSecondApp(test, { config: { publicUrl: 'https://linli.example.cn' } });
    const good = { 'x-linli': '1', host: '127.0.0.1:3000', origin: 'https://linli.example.cn' };
    expect((await visitor(proxied).post('sign-out', {}, good)).status).toBe(200);
    expect((await visitor(proxied).post('sign-out', {}, { ...good, origin: 'https://linli.example.com' })).status).toBe(
      403,
    );
    await proxied.close();
  });
});
