import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { visitor } from '../../test/visitor.ts';
import { hashPassword } from './password.ts';
import { insertCredential } from './store.ts';

const password = 'café 邻里 2026';
let test: TestApp;
let passwordHash: string;
beforeAll(async () => {
  test = await createTestApp();
  passwordHash = await hashPassword(password);
});
afterAll(() => test.close());
beforeEach(() => test.clock.forward(16));

let people = 0;
async function someone(): Promise<{ login: string; accountId: string }> {
  const { accountId } = await test.staff('grid-worker', 'east1');
  if (!accountId) throw new Error('staff have accounts');
  const login = `worker.${++people}`;
  await test.app.database.asSystem((db) =>
    insertCredential(db, { accountId, login, passwordHash, phone: null }, test.crypto),
  );
  return { login, accountId };
}
const signIn = (login: string, words = password) =>
  visitor(test.app).post('sign-in-by-password', { login, password: words });

describe('a password', () => {
  it('signs in, also with the login in capitals', async () => {
    const { login, accountId } = await someone();
    expect(await signIn(login)).toMatchObject({ status: 200, body: { kind: 'staff', accountId } });
    expect(await signIn(` ${login.toUpperCase()} `)).toMatchObject({ status: 200, body: { accountId } });
  });

  it('signs in however the keyboard composes its letters', async () => {
    const { login } = await someone();
    expect(password.normalize('NFD')).not.toBe(password);
    expect((await signIn(login, password.normalize('NFD'))).status).toBe(200);
  });

  it('refuses a wrong one and an unknown login with the same words', async () => {
    const { login } = await someone();
    const wrong = await signIn(login, `${password}!`);
    const unknown = await signIn('nobody.at.all', password);
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'sign-in-failed' } }, setCookies: [] });
    expect({ ...wrong.body.error, id: '' }).toEqual({ ...unknown.body.error, id: '' });
  });

  it('refuses an account that was switched off, and ends what it had open', async () => {
    const { login, accountId } = await someone();
    const browser = visitor(test.app);
    await browser.post('sign-in-by-password', { login, password });
    await test.app.database.asSystem((db) =>
      sql`update account set active = false where id = ${accountId}`.execute(db),
    );
    expect((await signIn(login)).body.error?.code).toBe('sign-in-failed');
    test.clock.forward(0.1);
    expect((await browser.get('/api/get-session')).body.kind).toBe('anonymous');
  });

  it('takes about as long for an unknown login as for a known one', async () => {
    const { login } = await someone();
    const quickest = async (who: (turn: number) => string) => {
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn++) {
        const began = performance.now();
        await signIn(who(turn), 'not this one');
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    const known = await quickest(() => login);
    const unknown = await quickest((turn) => `nobody.${turn}`);
    // Without the stand-in hash the unknown login answers in a tenth of the time.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it('locks after five wrong tries, also for the right one, and opens again after a quarter of an hour', async () => {
    const { login } = await someone();
    for (let i = 0; i < 5; i++) expect((await signIn(login, 'wrong')).body.error?.code).toBe('sign-in-failed');
    test.clock.forward(5);
    expect(await signIn(login)).toMatchObject({
      status: 429,
      body: {
        error: {
          code: 'too-many-tries',
          params: { seconds: 600 },
          message: '尝试次数太多，为安全起见，请10分钟后再试。',
        },
      },
    });
    const other = await someone();
    expect((await signIn(other.login)).status).toBe(200);
    test.clock.forward(10);
    expect((await signIn(login)).status).toBe(200);
  });

  it('counts tries that come at once', async () => {
    const { login } = await someone();
    const replies = await Promise.all(Array.from({ length: 15 }, () => signIn(login, 'wrong')));
    expect(replies.filter((r) => r.status === 401).length).toBe(5);
    expect(replies.filter((r) => r.status === 429).length).toBe(10);
  });

  it('forgets the tries after a success', async () => {
    const { login } = await someone();
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) await signIn(login, 'wrong');
      expect((await signIn(login)).status).toBe(200);
    }
  });

  it('limits what one address may try over many logins', async () => {
    const replies = await Promise.all(
      Array.from({ length: 62 }, (_, i) =>
        visitor(test.app).post('sign-in-by-phone', { phone: `137${String(i).padStart(8, '0')}`, code: '000000' }),
      ),
    );
    expect(replies.filter((r) => r.status === 429).length).toBe(2);
  });

  it('does not count those who sign in rightly from an address that many share', async () => {
    test.clock.forward(16);
    const { login } = await someone();
    for (let i = 0; i < 65; i++) expect((await signIn(login)).status).toBe(200);
    expect((await signIn(login, 'wrong')).status).toBe(401);
  });

  it('is changed with the current one only; every other session ends, this one goes on', async () => {
    const { login } = await someone();
    const [here, there] = [visitor(test.app), visitor(test.app)];
    for (const browser of [here, there]) await browser.post('sign-in-by-password', { login, password });
    const next = '新的口令 long enough';
    expect(await here.post('change-password', { current: 'not it', next })).toMatchObject({
      status: 401,
      body: { error: { code: 'sign-in-failed' } },
    });
    expect(await here.post('change-password', { current: password, next: 'short' })).toMatchObject({ status: 400 });
    expect((await there.get('/api/get-session')).body.kind).toBe('staff');
    expect(await here.post('change-password', { current: password, next })).toMatchObject({
      status: 200,
      body: { changed: true },
    });
    test.clock.forward(0.1);
    expect((await here.get('/api/get-session')).body.kind).toBe('staff');
    expect((await there.get('/api/get-session')).body.kind).toBe('anonymous');
    expect((await signIn(login)).body.error?.code).toBe('sign-in-failed');
    expect((await signIn(login, next)).status).toBe(200);
    expect((await visitor(test.app).post('change-password', { current: next, next: password })).status).toBe(401);
  });

  it('is kept only as an argon2id hash', async () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
