import { listNotices, readNotices, reportCase } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageKey } from '../../platform/http/page-key.ts';
import { newId } from '../../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { insertNotices } from './store.ts';

let test: TestApp;
let anna: Caller;
let bo: Caller;
beforeAll(async () => {
  test = await createTestApp();
  anna = await test.resident();
  bo = await test.resident();
});
afterAll(() => test.close());

/** `count` notices, two at each minute, so that pages must order by more than the time. */
async function give(to: Caller, count: number): Promise<string[]> {
  const notices = Array.from({ length: count }, (_, i) => ({
    id: newId(),
    accountId: String(to.accountId),
    kind: 'case.closed',
    noun: 'case',
    nounId: newId(),
    params: { number: `20260316-00000${i}` },
    at: new Date(test.clock.now().getTime() + Math.floor(i / 2) * 60_000),
    readAt: null,
    sourceSeq: String(1000 + i),
  }));
  await test.app.database.asSystem((db) => insertNotices(db, notices));
  return notices.map((notice) => notice.id);
}

describe('my notices', () => {
  it('come in pages, newest first, each once', async () => {
    const ids = await give(anna, 7);
    await give(bo, 2);
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await anna.call(listNotices, { limit: 3, ...(after === undefined ? {} : { after }) });
      expect(page.unread).toBe(7);
      expect(page.notices.map((n) => n.at)).toEqual(
        page.notices
          .map((n) => n.at)
          .toSorted()
          .reverse(),
      );
      found.push(...page.notices.map((n) => n.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect((await bo.call(listNotices, {})).notices).toHaveLength(2);
  });

  it('say which case they are of, while one may read it', async () => {
    const [carl, dora] = [await test.resident(), await test.resident()];
    const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' };
    const report = { typeCode: '06010', words: '门口的垃圾没人收', place };
    const { caseId } = await carl.call(reportCase, report);
    const notice = { kind: 'case.closed', noun: 'case', nounId: caseId, params: {}, readAt: null, sourceSeq: '9000' };
    for (const { accountId } of [carl, dora])
      await test.app.database.asSystem((db) =>
        insertNotices(db, [{ ...notice, id: newId(), accountId: String(accountId), at: test.clock.now() }]),
      );
    const aboutOf = async (who: Caller) =>
      (await who.call(listNotices, {})).notices.find(({ nounId }) => nounId === caseId)?.about;
    expect(await aboutOf(carl)).toBe('门口的垃圾没人收');
    await test.app.database.asSystem((db) =>
      sql`update cases set visibility = 'private' where id = ${caseId}`.execute(db),
    );
    expect([await aboutOf(carl), await aboutOf(dora)]).toEqual(['门口的垃圾没人收', null]);
    await test.app.database.asSystem((db) =>
      sql`update cases set visibility = 'sealed' where id = ${caseId}`.execute(db),
    );
    expect(await aboutOf(carl)).toBeNull();
  });

  it('are marked as read some or all, never those of others', async () => {
    const mine = (await anna.call(listNotices, {})).notices.map((n) => n.id);
    const [first = '', second = ''] = mine;
    expect(await bo.call(readNotices, { noticeIds: [first] })).toEqual({ read: 0 });
    expect(await anna.call(readNotices, { noticeIds: [first, second] })).toEqual({ read: 2 });
    expect(await anna.call(readNotices, { noticeIds: [first] })).toEqual({ read: 0 });
    expect((await anna.call(listNotices, {})).unread).toBe(5);
    expect(await anna.call(readNotices, { noticeIds: 'all' })).toEqual({ read: 5 });
    expect((await anna.call(listNotices, {})).unread).toBe(0);
    expect((await bo.call(listNotices, {})).unread).toBe(2);
  });

  it('are nobody’s business who is not signed in', async () => {
    expect(await test.nobody.ask(listNotices, {})).toMatchObject({ status: 401, error: { code: 'sign-in-needed' } });
    expect(await test.nobody.ask(readNotices, { noticeIds: 'all' })).toMatchObject({ status: 401 });
  });

  it.each([
    ['no key', 'abc'],
    ['not an instant', pageKey(['yesterday', newId()])],
    ['not an id', pageKey(['2026-03-16T02:00:00.000Z', '1 or 1'])],
  ])('refuse a made-up page: %s', async (_what, after) => {
    expect(await anna.ask(listNotices, { after })).toMatchObject({ status: 400, error: { code: 'input-invalid' } });
  });

  it('stay closed to others in the database too', async () => {
    const actor: Actor = { kind: 'resident', accountId: bo.accountId, name: '', scopes: [], pools: [] };
    const seen = await test.app.database.as(actor, (db) => db.selectFrom('notice').select('account_id').execute());
    expect(new Set(seen.map((row) => row.account_id))).toEqual(new Set([bo.accountId]));
    expect(await test.app.database.as(actor, (db) => db.selectFrom('delivery').select('id').execute())).toEqual([]);
  });
});
