import { listReveals, revealField } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { buildHome, settle } from '../../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';

let test: TestApp;
let desk: Caller;
let east: Caller;
let west: Caller;
let worker: Caller;
let personId: string;
let otherId: string;
beforeAll(async () => {
  test = await createTestApp();
  desk = await test.staff('security-admin', 'street');
  east = await test.staff('committee-secretary', 'east');
  west = await test.staff('committee-secretary', 'west');
  worker = await test.staff('grid-worker', 'east1');
  const { homeId } = await buildHome(test, east, 'east1');
  ({ personId } = await settle(east, homeId, { name: '陈安然', born: '1950-05-05', serial: 31, phone: '13800010031' }));
  const there = await buildHome(test, west, 'west1');
  ({ personId: otherId } = await settle(west, there.homeId, {
    name: '王小明',
    born: '1951-05-05',
    serial: 32,
    phone: '13800010032',
  }));
  await worker.call(revealField, { subjectId: personId, field: 'phone', reason: '通知停水' });
  test.clock.forward(1);
  await east.call(revealField, { subjectId: personId, field: 'idNumber', reason: '核对证件' });
  test.clock.forward(1);
  await west.call(revealField, { subjectId: otherId, field: 'phone', reason: '上门前联系' });
}, 60_000);
afterAll(() => test.close());

describe('the list of looks', () => {
  it('shows the desk its site: post, field, person masked, time and reason', async () => {
    const { reveals, next } = await desk.call(listReveals, {});
    expect(next).toBeNull();
    expect(reveals.map(({ reason }) => reason)).toEqual(['上门前联系', '核对证件', '通知停水']);
    expect(reveals[2]).toMatchObject({ postId: worker.postId, field: 'phone', name: '陈**', noun: 'person' });
    expect(reveals[2]?.areaName).not.toBe('');
    expect(JSON.stringify(reveals)).not.toContain('安然');
    expect(JSON.stringify(reveals)).not.toContain(personId);
  });

  it('shows a secretary their own area, masked too, and nobody else anything', async () => {
    const { reveals } = await east.call(listReveals, {});
    expect(reveals.map(({ reason }) => reason)).toEqual(['核对证件', '通知停水']);
    expect(reveals[0]?.name).toBe('陈**');
    const westId = test.street.area.west.id;
    expect((await east.ask(listReveals, { areaId: westId })).error?.code).toBe('not-found');
    expect((await desk.call(listReveals, { areaId: westId })).reveals).toHaveLength(1);
    for (const other of [worker, await test.staff('system-admin', 'street'), await test.resident()])
      expect((await other.ask(listReveals, {})).error?.code).toBe('not-allowed');
  });

  it('is filtered by post and day and goes by pages', async () => {
    const postId = worker.postId ?? '';
    expect((await desk.call(listReveals, { postId })).reveals.map(({ reason }) => reason)).toEqual(['通知停水']);
    expect((await desk.call(listReveals, { from: '2026-03-01', until: '2026-03-15' })).reveals).toEqual([]);
    expect((await desk.ask(listReveals, { from: '2026-01-01', until: '2026-12-31' })).error?.code).toBe(
      'input-invalid',
    );
    expect((await desk.ask(listReveals, { from: '2026-03-16', until: '2026-03-15' })).error?.code).toBe(
      'input-invalid',
    );
    for (const days of [{ until: '9999-12-31' }, { until: '0000-01-01' }, { from: '0000-01-01' }])
      expect((await desk.ask(listReveals, days)).error?.code, JSON.stringify(days)).toBe('input-invalid');
    const first = await desk.call(listReveals, { limit: 2 });
    const second = await desk.call(listReveals, { limit: 2, after: first.next ?? '' });
    expect([...first.reveals, ...second.reveals].map(({ reason }) => reason)).toEqual([
      '上门前联系',
      '核对证件',
      '通知停水',
    ]);
    expect(second).toMatchObject({ next: null, days: [], posts: [] });
    expect(first.posts.map(({ id }) => id).sort()).toEqual([worker, east, west].map(({ postId: id }) => id).sort());
  });

  it('marks a post on a day that comes near the quota, counting looks of every kind', async () => {
    const before = (await desk.call(listReveals, {})).days;
    expect(before).toHaveLength(3);
    expect(before.every(({ high }) => !high)).toBe(true);
    await test.app.database.asSystem(async (db) => {
      for (let n = 0; n < 20; n += 1)
        await sql`insert into subject_reveal (id, subject_id, field, by_account_id, by_words, post_id, reason, at)
          values (${newId()}, ${personId}, 'phone', ${worker.accountId}, 'x', ${worker.postId}, 'x', ${test.clock.now()})`.execute(
          db,
        );
      for (let n = 0; n < 3; n += 1)
        await sql`insert into reveal (id, account_id, by_account_id, by_words, reason, noun, noun_id, at)
          values (${newId()}, ${worker.accountId}, ${worker.accountId}, 'x', 'x', 'case', ${newId()}, ${test.clock.now()})`.execute(
          db,
        );
    });
    const days = (await east.call(listReveals, {})).days;
    expect(days.find(({ postId }) => postId === worker.postId)).toMatchObject({
      day: '2026-03-16',
      looks: 21,
      counted: 24,
      quota: 30,
      high: true,
    });
    expect(days.filter(({ high }) => high)).toHaveLength(1);
  });

  it('writes into the journal that somebody read it, once an hour', async () => {
    const looks = async () => {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{
          data: object;
        }>`select data from journal where kind = 'reveals.looked-at' and actor_id = ${desk.accountId}`.execute(db),
      );
      return rows;
    };
    expect(await looks()).toEqual([{ data: {} }]);
    test.clock.forward(61);
    await desk.call(listReveals, {});
    await desk.call(listReveals, {});
    expect(await looks()).toHaveLength(2);
  });
});
