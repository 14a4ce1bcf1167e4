import {
  changeFields,
  endSubject,
  getSubject,
  listLettingChecks,
  listNotices,
  listSubjects,
  recordLettingCheck,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHome } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { remindLetting } from './letting/letting-job.ts';

let test: TestApp;
let keeper: Caller;
let west: Caller;
let part: Caller;
const on = '2026-03-15';

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('committee-secretary', 'east');
  west = await test.staff('committee-secretary', 'west');
  part = await test.staff('part-time-grid-worker', 'east1');
}, 60_000);
afterAll(() => test.close());

async function letHome(use = 'let'): Promise<string> {
  const { homeId } = await buildHome(test, keeper, 'east1');
  await keeper.call(changeFields, { subjectId: homeId, fields: [{ code: 'use', value: use }] });
  return homeId;
}
const check = (homeId: string, more: object, by = keeper) =>
  by.ask(recordLettingCheck, { homeId, on, failed: [], ...more });
const listed = async (state: 'overdue' | 'mending' | 'unchecked' | 'passed', by = keeper) =>
  (await by.call(listLettingChecks, { state })).homes.map(({ home }) => home.id);
const fieldOf = async (homeId: string, code: string) =>
  (await keeper.call(getSubject, { subjectId: homeId })).groups
    .flatMap(({ fields }) => fields)
    .find((field) => field.code === code)?.value;

describe('a let home', () => {
  it('is followed from the first look over what fails to the look that passes', async () => {
    const homeId = await letHome();
    expect(await listed('unchecked')).toContain(homeId);
    expect((await check(homeId, { failed: ['fire'] })).error?.code).toBe('mend-day-wrong');
    expect((await check(homeId, { failed: ['fire'], mendBy: '2026-03-01' })).error?.code).toBe('mend-day-wrong');
    expect((await check(homeId, { failed: ['fire'], mendBy: '2027-01-01' })).error?.code).toBe('mend-day-wrong');
    const found = await check(homeId, { failed: ['fire', 'by-bed', 'fire'], mendBy: '2026-03-25' });
    expect(found.ok?.state).toBe('mending');
    expect(await listed('mending')).toContain(homeId);
    expect(await listed('unchecked')).not.toContain(homeId);
    expect(await fieldOf(homeId, 'letStandard')).toBe('mending');
    expect(await fieldOf(homeId, 'letFault')).toBe('缺消防器材或通道堵塞、按床位出租');
    test.clock.forward(60 * 24 * 12);
    expect(await listed('overdue')).toContain(homeId);
    const counts = (await keeper.call(listLettingChecks, {})).counts;
    expect(counts).toMatchObject({ overdue: 1, mending: 0 });
    // An older look entered late does not overrule what was found since.
    expect((await check(homeId, { on: '2026-03-14' })).error?.code).toBe('event-day-wrong');
    expect(await listed('overdue')).toContain(homeId);
    expect((await check(homeId, { on: '2026-03-27' })).ok?.state).toBe('passed');
    expect([await listed('overdue'), await listed('passed')]).toEqual([[], [homeId]]);
    expect([await fieldOf(homeId, 'letStandard'), await fieldOf(homeId, 'letFault')]).toEqual(['passed', '无']);
    const { checks } = await keeper.call(listLettingChecks, { homeId });
    expect(checks.map(({ failed, mendBy }) => [failed, mendBy])).toEqual([
      [[], null],
      [['fire', 'by-bed'], '2026-03-25'],
    ]);
    // A year later nobody knows whether it still holds.
    test.clock.set('2027-04-01T10:00:00+08:00');
    expect(await listed('unchecked')).toContain(homeId);
    test.clock.set('2026-03-16T10:00:00+08:00');
  });

  it('is told to who keeps the place, once, when its day passed; not when it is let no more', async () => {
    const [late, ended] = [await letHome(), await letHome()];
    for (const homeId of [late, ended]) await check(homeId, { failed: ['gas'], mendBy: '2026-03-20' });
    await keeper.call(changeFields, { subjectId: ended, fields: [{ code: 'use', value: 'own' }] });
    const sweep = (day: string) =>
      test.app.database.asSystem((db) => remindLetting(db, new Date(`${day}T10:00:00+08:00`)));
    expect([await sweep('2026-03-20'), await sweep('2026-03-21'), await sweep('2026-03-22')]).toEqual([0, 1, 0]);
    await test.settle();
    const told = async (caller: Caller) =>
      (await caller.call(listNotices, {})).notices.filter(({ kind }) => kind === 'letting.overdue');
    expect(await told(keeper)).toMatchObject([{ nounId: late }]);
    expect(await told(west)).toEqual([]);
    await keeper.call(endSubject, { subjectId: ended, on: '2026-03-16' });
  });

  it('is looked at by who keeps the place, seen by who reads it, and only while it is let', async () => {
    const [homeId, own] = [await letHome(), await letHome('own')];
    expect((await check(own, {})).error?.code).toBe('home-not-let');
    expect((await check(homeId, { on: '2027-01-01' })).error?.code).toBe('event-day-wrong');
    expect((await check(homeId, {}, west)).status).toBe(404);
    expect((await check(homeId, {}, part)).status).toBe(403);
    expect(await listed('unchecked', west)).toEqual([]);
    expect((await west.ask(listLettingChecks, { homeId })).status).toBe(404);
    expect(await listed('unchecked', part)).toContain(homeId);
    const both = await Promise.all([check(homeId, {}), check(homeId, {})]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await listed('passed', part)).toContain(homeId);
    expect((await keeper.call(listSubjects, { noun: 'home' })).subjects.map(({ id }) => id)).toContain(own);
  });

  it('comes a page at a time, each once', async () => {
    for (let n = 0; n < 3; n++) await letHome();
    const all = await listed('unchecked');
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await keeper.call(listLettingChecks, {
        state: 'unchecked',
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.homes.map(({ home }) => home.id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(all.length).toBeGreaterThan(2);
    expect(seen).toEqual(all);
  });
});
