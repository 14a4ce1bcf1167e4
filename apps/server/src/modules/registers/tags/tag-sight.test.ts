import * as contract from '@linli/contract';
import { openXlsx } from 'hucre';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../../../test/test-app.ts';
import { createTagScene, type TagScene } from './tag-scene.fixture.ts';

let scene: TagScene;

beforeAll(async () => {
  scene = await createTagScene();
}, 60_000);
afterAll(() => scene.test.close());

async function fetchAs(caller: Caller | null, url: string) {
  const { test } = scene;
  if (caller === null) return test.app.http.inject({ url });
  const token = test.crypto.token();
  const now = test.clock.now();
  await test.app.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
      values (${test.crypto.hashToken(token)}, ${caller.accountId}, ${now}, ${now}, ${new Date(now.getTime() + 9e9)})`.execute(
      db,
    ),
  );
  return test.app.http.inject({ url, headers: { cookie: `linli_session=${token}` } });
}

describe('who sees what', () => {
  it('hides small numbers from who may not see the people, in sums too, and shows no list', async () => {
    const { test, put, chief, secretary } = scene;
    for (let i = 0; i < 3; i++) await put({ area: 'mall1', fields: { jobSeeking: true } });
    for (let i = 0; i < 9; i++) await put({ area: 'west1', fields: { jobSeeking: true } });
    for (let i = 0; i < 9; i++) await put({ area: 'east1', fields: { jobSeeking: true } });
    await test.settle();
    await test.app.tagIndex.caughtUp();
    const asked = {
      expression: { field: 'person.jobSeeking', op: 'is' as const, value: true },
      noun: 'person' as const,
    };
    await vi.waitFor(async () => {
      await test.app.tagIndex.caughtUp();
      expect((await chief.call(contract.countByTags, { ...asked, level: 1 })).total).toBe(21);
    }, 20_000);
    const shown = await chief.call(contract.countByTags, { ...asked, level: 4 });
    const byName = new Map(shown.areas.map((row) => [row.name, row.count]));
    expect(byName.get('商城第1微网格')).toBe('few');
    const level2 = await chief.call(contract.countByTags, { ...asked, level: 2 });
    expect(level2.areas.map(({ count }) => count).toSorted()).toEqual(['few', 'withheld']);
    expect((await chief.ask(contract.listByTags, asked)).status).toBe(403);
    const own = await secretary.call(contract.countByTags, { ...asked, level: 4 });
    expect(own.areas.find(({ name }) => name === '东园第1微网格')?.count).toBe(9);
    expect(own.areas.every(({ name }) => name.startsWith('东园'))).toBe(true);
    const leader = await test.staff('grid-worker', 'east');
    const care = {
      expression: { field: 'person.careLevel', op: 'in' as const, value: ['1'] },
      noun: 'person' as const,
    };
    expect((await leader.ask(contract.listByTags, care)).status).toBe(403);
    expect((await leader.call(contract.countByTags, { ...care, level: 4 })).sensitive).toBe(true);
  }, 60_000);

  it('shows sensitive tags of the people in a list only to who may care for them', async () => {
    const { test, secretary, define, put, turnOn } = scene;
    const made = await define('照护对象', 'person.careLevel == "5"');
    await turnOn(made);
    const id = await put({ born: '1931-01-01', fields: { careLevel: '5' } });
    const worker = await test.staff('grid-worker', 'east');
    const expression = { age: { min: 90 } };
    const tagsFor = async (caller: Caller) => {
      const { rows } = await caller.call(contract.listByTags, { expression, noun: 'person' });
      return rows.find((row) => row.id === id)?.tags;
    };
    await vi.waitFor(async () => {
      await test.settle();
      await test.app.tagIndex.caughtUp();
      expect(await tagsFor(secretary)).toContain(made.tagId);
    }, 20_000);
    expect(await tagsFor(worker)).not.toContain(made.tagId);
  }, 60_000);

  it('gives a list in a file only by two people, with reason, for a time', async () => {
    const { test, secretary } = scene;
    const asked = {
      expression: { field: 'person.jobSeeking', op: 'is' as const, value: true },
      noun: 'person' as const,
    };
    const { exportId, subjects } = await secretary.call(contract.askTagExport, {
      ...asked,
      areaId: test.street.area.east.id,
      reason: '招聘会逐户通知',
    });
    expect(subjects).toBe(9);
    const fetch = (caller: Caller | null) => fetchAs(caller, `/api/export-by-tags?exportId=${exportId}`);
    expect((await fetch(null)).statusCode).toBe(401);
    expect((await secretary.ask(contract.decideTagExport, { exportId, grant: true, note: '同意' })).error?.code).toBe(
      'tag-export-same-person',
    );
    const other = await test.staff('committee-secretary', 'west');
    expect((await other.ask(contract.decideTagExport, { exportId, grant: true, note: '同意' })).status).toBe(404);
    const security = await test.staff('security-admin', 'street');
    expect((await security.call(contract.listTagExports, {})).exports[0]).toMatchObject({
      id: exportId,
      mayDecide: true,
      mine: false,
    });
    expect((await fetch(secretary)).statusCode).toBe(409);
    await security.call(contract.decideTagExport, { exportId, grant: true, note: '同意，用后删除' });
    expect((await security.ask(contract.decideTagExport, { exportId, grant: false, note: '改主意' })).error?.code).toBe(
      'tag-export-decided',
    );
    await test.app.tagIndex.caughtUp();
    const file = await fetch(secretary);
    expect(file.statusCode).toBe(200);
    const sheet = (await openXlsx(file.rawPayload)).sheets[0];
    const [headers, watermark, ...people] = sheet?.rows ?? [];
    expect(headers?.at(-1)).toBe('水印');
    expect(String(watermark?.[0])).toContain('招聘会逐户通知');
    expect(String(watermark?.[0])).toContain('同意，用后删除');
    expect(people.length).toBe(9);
    expect(people.every((row) => row?.[0] === '王小明' && String(row.at(-1)).includes(exportId.slice(-8)))).toBe(true);
    // Only tags that were asked for: here none, though these people have some.
    const listed = await secretary.call(contract.listByTags, asked);
    expect(listed.rows.flatMap(({ tags }) => tags)).not.toEqual([]);
    expect(people.map((row) => row?.[4] ?? '')).toEqual(people.map(() => ''));
    expect((await fetch(security)).statusCode).toBe(404);
    const mine = (await secretary.call(contract.listTagExports, {})).exports[0];
    expect(mine).toMatchObject({ state: 'approved', mine: true, note: '同意，用后删除' });
    test.clock.set('2026-03-20T10:00:00+08:00');
    expect((await secretary.call(contract.listTagExports, {})).exports[0]?.state).toBe('expired');
    expect((await fetch(secretary)).statusCode).toBe(409);
    test.clock.set('2026-03-16T10:00:00+08:00');
  });

  it('keeps questions for oneself and shared ones for all', async () => {
    const { chief, secretary } = scene;
    const view = { name: '求职者', noun: 'person' as const, level: 4, expression: { age: { min: 16 } } };
    await secretary.call(contract.saveTagView, view);
    expect((await chief.call(contract.listTagViews, {})).views).toEqual([]);
    const { viewId } = await secretary.call(contract.saveTagView, { ...view, shared: true });
    expect((await chief.call(contract.listTagViews, {})).views).toMatchObject([
      { id: viewId, mine: false, shared: true },
    ]);
    expect(await chief.call(contract.deleteTagView, { viewId })).toEqual({ deleted: false });
    expect(await secretary.call(contract.deleteTagView, { viewId })).toEqual({ deleted: true });
  });
});
