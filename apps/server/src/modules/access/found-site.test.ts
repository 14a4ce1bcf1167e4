import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../app.ts';
import { createSealing } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createSecondApp } from '../../test/second-app.ts';
import { createTestApp, type TestApp, testMasterKey } from '../../test/test-app.ts';
import { visitor } from '../../test/visitor.ts';
import { foundSite } from './found-site.ts';

let test: TestApp;
let empty: Awaited<ReturnType<typeof cloneDatabase>>;
let app: App;
beforeAll(async () => {
  test = await createTestApp();
  empty = await cloneDatabase();
  // Runs before there is any site, as a real installation does.
  app = await createSecondApp(test, { connectionString: empty.connectionString });
});
afterAll(async () => {
  await app.close();
  await empty.drop();
  await test.close();
});

const site = { code: '310115005', name: '陆家嘴街道', admin: { name: '张三', login: 'admin' } };
async function found(login = 'admin') {
  const { crypto, dataKeys } = createSealing({ masterKey: testMasterKey, suite: 'international' });
  await dataKeys.open(app.database);
  const first = { ...site, admin: { ...site.admin, login } };
  return foundSite({ database: app.database, crypto }, first, test.clock.now());
}

it('makes the first site and its administrator once, who then builds the rest in the office', async () => {
  const tries = await Promise.allSettled([found('admin'), found('admin2')]);
  const made = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(made).toHaveLength(1);
  await expect(found('admin3')).rejects.toThrow('there is a site already');
  const login = tries[0]?.status === 'fulfilled' ? 'admin' : 'admin2';

  const browser = visitor(app);
  const signedIn = await browser.post('sign-in-by-password', { login, password: made[0]?.initialPassword ?? '' });
  expect(signedIn.status).toBe(200);
  // The process was running before: it sees the site within a watch of its caches.
  await expect
    .poll(async () => (await browser.get('/api/get-session')).body, { timeout: 8000, interval: 100 })
    .toMatchObject({
      siteName: '陆家嘴街道',
      posts: [{ role: 'system-admin', areaName: '陆家嘴街道', path: '310115005' }],
    });
  const csv = 'code,name,parent_code,level\n310115005G01,东网格,310115005,2\n';
  const imported = await browser.post('import-place-list', {
    requestId: newId(),
    csv,
    validFrom: '2026-03-16',
    dryRun: false,
  });
  expect(imported.body).toMatchObject({ added: 1, problems: [] });
});
