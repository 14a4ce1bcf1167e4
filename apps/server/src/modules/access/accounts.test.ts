import {
  assignPost,
  changePassword,
  endHolding,
  listAccounts,
  resetPassword,
  savePost,
  setAccountActive,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { holdOpen, untilWaiting } from '../../test/hold-open.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { visitor } from '../../test/visitor.ts';
import { resetByOperator } from './accounts.ts';
import { hashPassword } from './password.ts';

const today = '2026-03-16';
const reason = '本人忘记密码，已当面核对';
let test: TestApp;
let admin: Caller;
let keeper: Caller;
let given: { holdingId: string; accountId: string; initialPassword: string };
let login: string;
beforeAll(async () => {
  test = await createTestApp();
  admin = await test.staff('system-admin', 'street');
  keeper = await test.staff('security-admin', 'street');
});
afterAll(() => test.close());
beforeEach(async () => {
  login = `worker-${newId().slice(-12)}`;
  const post = await admin.call(savePost, { role: 'checker', areaId: test.street.area.east.id, unitId: null });
  const person = { by: 'new', name: '钱进来', login } as const;
  const { initialPassword, ...rest } = await admin.call(assignPost, { ...post, person, from: today, until: null });
  given = { ...rest, initialPassword: initialPassword ?? '' };
});

async function signIn(password: string) {
  const browser = visitor(test.app);
  const { status } = await browser.post('sign-in-by-password', { login, password });
  return { browser, status };
}
const kind = async (browser: ReturnType<typeof visitor>) =>
  ((await browser.get('/api/get-session')).body as { kind: string }).kind;

describe('a new password for somebody else', () => {
  it('lets only it in, ends every session, and is told once and written down with its reason', async () => {
    const { browser } = await signIn(given.initialPassword);
    expect(await kind(browser)).toBe('staff');
    const requestId = newId();
    const input = { requestId, accountId: given.accountId, reason };
    const first = await keeper.call(resetPassword, input);
    expect(await kind(browser)).toBe('anonymous');
    expect((await signIn(given.initialPassword)).status).toBe(401);
    expect((await signIn(first.initialPassword ?? '')).status).toBe(200);
    expect(await keeper.call(resetPassword, input)).toEqual({ accountId: given.accountId, initialPassword: null });
    expect((await signIn(first.initialPassword ?? '')).status).toBe(200);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<object>`select kind, actor_id, data from journal where noun_id = ${given.accountId} and noun = 'account'`.execute(
        db,
      ),
    );
    expect(rows).toEqual([{ kind: 'account.password-reset', actor_id: keeper.accountId, data: { reason } }]);
  });

  it('lets nobody in who was being let in with the old one', async () => {
    const { database } = test.app;
    const next = await hashPassword('新的初始密码-2026');
    const giving = await holdOpen(database, (db) =>
      sql`update credential set password_hash = ${next} where account_id = ${given.accountId}`.execute(db),
    );
    const trying = signIn(given.initialPassword);
    await untilWaiting(database, trying);
    await giving.commit();
    expect((await trying).status).toBe(401);
  });

  it('is nobody’s own affair, and needs a reason', async () => {
    expect(await keeper.ask(resetPassword, { accountId: keeper.accountId ?? '', reason })).toMatchObject({
      status: 409,
      error: { code: 'own-account' },
    });
    expect(await keeper.ask(resetPassword, { accountId: given.accountId, reason: ' ' })).toMatchObject({
      status: 400,
      error: { code: 'input-invalid' },
    });
    const { browser } = await signIn(given.initialPassword);
    const next = '自己换的密码-2026';
    expect((await browser.post(changePassword.name, { current: given.initialPassword, next })).status).toBe(200);
  });
});

describe('the password of an administrator', () => {
  it('is set anew by whoever runs the server, never by another of the three', async () => {
    const post = await admin.call(savePost, { role: 'system-admin', areaId: test.street.area.east.id, unitId: null });
    const person = { by: 'new', name: '管机器的', login: `sys-${login}` } as const;
    const { accountId } = await admin.call(assignPost, { ...post, person, from: today, until: null });
    expect(await keeper.ask(resetPassword, { accountId, reason })).toMatchObject({
      status: 409,
      error: { code: 'administrator-password' },
    });
    const { app, clock } = test;
    const { database } = app;
    const { initialPassword } = await resetByOperator({ database, crypto: test.crypto }, person.login, clock.now());
    const reply = await visitor(test.app).post('sign-in-by-password', {
      login: person.login,
      password: initialPassword,
    });
    expect(reply.status).toBe(200);
    await expect(resetByOperator({ database, crypto: test.crypto }, 'nobody.here', clock.now())).rejects.toThrow(
      'nobody',
    );
  });
});

describe('a closed account', () => {
  it('is out at once and cannot come back until it is opened again; its posts stay', async () => {
    const { browser } = await signIn(given.initialPassword);
    await keeper.call(setAccountActive, { accountId: given.accountId, active: false, reason: '手机丢了' });
    expect(await kind(browser)).toBe('anonymous');
    expect((await signIn(given.initialPassword)).status).toBe(401);
    const closed = await keeper.call(listAccounts, { text: login, closedOnly: true });
    expect(closed.accounts).toMatchObject([{ accountId: given.accountId, login, active: false, own: false }]);
    expect(closed.accounts[0]?.posts).toHaveLength(1);
    await keeper.call(setAccountActive, { accountId: given.accountId, active: true, reason: '手机找到了' });
    expect((await signIn(given.initialPassword)).status).toBe(200);
  });

  it('of somebody who left can still be closed, by the place of the post they held', async () => {
    await admin.call(endHolding, { holdingId: given.holdingId, until: '2026-03-17' });
    test.clock.set('2026-03-20T10:00:00+08:00');
    const input = { accountId: given.accountId, active: false, reason: '已离职' };
    const elsewhere = await test.staff('security-admin', 'west');
    expect(await elsewhere.ask(setAccountActive, input)).toMatchObject({ status: 404 });
    expect(await keeper.call(setAccountActive, input)).toMatchObject({ active: false });
    test.clock.set('2026-03-16T10:00:00+08:00');
  });
});

describe('the list of accounts', () => {
  it('shows those of one’s place, by name or login, page by page', async () => {
    const names = ['王一', '王二', '王三'];
    for (const name of names) {
      const post = await admin.call(savePost, { role: 'checker', areaId: test.street.area.west.id, unitId: null });
      const person = { by: 'new', name, login: `wang-${newId().slice(-12)}` } as const;
      await admin.call(assignPost, { ...post, person, from: today, until: null });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await keeper.call(listAccounts, { text: 'wang-', limit: 2, ...(after ? { after } : {}) });
      expect(page.total).toBe(3);
      seen.push(...page.accounts.map((account) => account.name));
      after = page.next ?? undefined;
    } while (after);
    expect(seen.toSorted()).toEqual(names.toSorted());
    const east = await test.staff('security-admin', 'east');
    expect((await east.call(listAccounts, { text: 'wang-' })).accounts).toEqual([]);
    expect((await east.call(listAccounts, { text: login })).accounts).toHaveLength(1);
  });
});
