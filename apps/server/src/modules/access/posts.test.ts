import { assignPost, endHolding, getSession, listCases, savePost } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createSecondApp } from '../../test/second-app.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { visitor } from '../../test/visitor.ts';

let test: TestApp;
let admin: Caller;
let postId: string;
beforeAll(async () => {
  test = await createTestApp();
  admin = await test.staff('system-admin', 'street');
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ postId } = await admin.call(savePost, { role: 'dispatcher', areaId: test.street.area.street.id, unitId: null }));
});

const today = '2026-03-16';
const newPerson = (login: string) => ({ by: 'new', name: '新来的人', login }) as const;
async function signIn(login: string, password: string | null) {
  const browser = visitor(test.app);
  const reply = await browser.post('sign-in-by-password', { login, password: password ?? '' });
  expect(reply.status).toBe(200);
  return browser;
}
const mayList = async (browser: { get(url: string): Promise<{ status: number }> }) =>
  (await browser.get('/api/list-cases')).status;

describe('posts decide what one may do', () => {
  it('from the first day to the day after the last, at once in this process', async () => {
    const given = await admin.call(assignPost, { postId, person: newPerson('new.one'), from: today, until: null });
    const browser = await signIn('new.one', given.initialPassword);
    expect((await browser.get('/api/get-session')).body).toMatchObject({ posts: [{ postId, role: 'dispatcher' }] });
    expect(await mayList(browser)).toBe(200);
    await admin.call(endHolding, { holdingId: given.holdingId, until: today });
    expect((await browser.get('/api/get-session')).body).toMatchObject({ kind: 'staff', posts: [], permissions: [] });
    expect(await mayList(browser)).toBe(403);
  });

  it('and in another process within a watch of its caches', async () => {
    const given = await admin.call(assignPost, { postId, person: newPerson('two.apps'), from: today, until: null });
    const second = await createSecondApp(test);
    const elsewhere = visitor(second, (await signIn('two.apps', given.initialPassword)).cookie());
    expect(await mayList(elsewhere)).toBe(200);
    await admin.call(endHolding, { holdingId: given.holdingId, until: today });
    await expect.poll(() => mayList(elsewhere), { timeout: 8000, interval: 200 }).toBe(403);
    await second.close();
  });

  it('not before the first day, and not on the day it ends', async () => {
    const given = await admin.call(assignPost, {
      postId,
      person: newPerson('later.on'),
      from: '2026-03-17',
      until: '2026-03-19',
    });
    const browser = await signIn('later.on', given.initialPassword);
    const statuses: number[] = [];
    for (const day of ['16', '17', '18', '19']) {
      test.clock.set(`2026-03-${day}T10:00:00+08:00`);
      statuses.push(await mayList(browser));
    }
    test.clock.set('2026-03-16T10:00:00+08:00');
    expect(statuses).toEqual([403, 200, 200, 403]);
  });

  it('never hold one post twice at a time', async () => {
    const first = await admin.call(assignPost, { postId, person: newPerson('twice'), from: today, until: null });
    const again = await admin.ask(assignPost, {
      postId,
      person: { by: 'account', accountId: first.accountId },
      from: '2026-04-01',
      until: null,
    });
    expect(again).toMatchObject({ status: 409, error: { code: 'holding-overlaps' } });
  });

  it('tell the first password once, not to a repeat of the request, and store it only hashed', async () => {
    const input = { requestId: newId(), postId, person: newPerson('told.once'), from: today, until: null };
    const first = await admin.call(assignPost, input);
    expect(first.initialPassword).toHaveLength(12);
    expect(await admin.call(assignPost, input)).toEqual({ ...first, initialPassword: null });
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        row: string;
      }>`select request::text as row from request union all select credential::text from credential union all select journal::text from journal`.execute(
        db,
      ),
    );
    expect(rows.map((r) => r.row).join()).not.toContain(first.initialPassword);
  });

  it('are given by whoever may, and only to staff with a login of their own', async () => {
    const worker = await test.staff('grid-worker', 'east1');
    const resident = await test.resident();
    const input = { postId, person: newPerson('by.nobody'), from: today, until: null };
    for (const who of [worker, resident]) expect((await who.ask(assignPost, input)).status).toBe(403);
    expect((await test.nobody.ask(assignPost, input)).status).toBe(401);
    const asResident = await admin.ask(assignPost, {
      ...input,
      person: { by: 'account', accountId: resident.accountId ?? '' },
    });
    expect(asResident).toMatchObject({
      status: 400,
      error: { fields: [{ path: 'person.accountId', code: 'not-an-option' }] },
    });
    await admin.call(assignPost, { ...input, person: newPerson('taken') });
    const taken = await admin.ask(assignPost, { ...input, person: newPerson('taken'), from: '2026-05-01' });
    expect(taken).toMatchObject({ status: 400, error: { fields: [{ path: 'person.login', code: 'not-an-option' }] } });
    expect((await admin.ask(endHolding, { holdingId: newId(), until: today })).status).toBe(404);
  });

  it('give a part of the street only where the part is', async () => {
    const east = await test.staff('committee-secretary', 'east');
    expect((await east.call(getSession, {})).posts.map((p) => p.path)).toEqual([test.street.area.east.path]);
    expect((await east.call(listCases, {})).cases).toEqual([]);
  });
});
