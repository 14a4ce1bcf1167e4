import {
  changeFields,
  getCareFigures,
  getElderly,
  listCare,
  listEntitled,
  listNotices,
  recordDeath,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHome, settle } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let keeper: Caller;
let secretary: Caller;
let home: { buildingId: string; homeId: string };
const on = '2026-03-10';

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  secretary = await test.staff('committee-secretary', 'east');
  home = await buildHome(test, keeper, 'east1');
}, 60_000);
afterAll(() => test.close());

describe('care classes', () => {
  it('take people in and let them go as facts change, and tell both sides', async () => {
    const { personId } = await settle(keeper, home.homeId, { name: '钱奶奶', born: '1938-01-01', serial: 922 });
    const leader = await test.staff('micro-grid-leader', 'east1');
    const set = (code: string, value: string) =>
      secretary.call(changeFields, { subjectId: personId, fields: [{ code, value }] });
    const held = async () =>
      (await secretary.call(listCare, {})).people
        .filter(({ subject }) => subject.id === personId)
        .map(({ classCode, gradeCode }) => `${classCode}/${gradeCode}`);
    await set('livingArrangement', 'alone');
    await test.settle();
    const before = await held();
    expect(before).toContain('elderly/alone-80');
    await set('abilityLevel', '4');
    await test.settle();
    expect(await held()).not.toEqual(before);
    const told = (await leader.call(listNotices, { limit: 100 })).notices.map(({ kind }) => kind);
    expect(told).toContain('care.entered');
    expect(told).toContain('care.regraded');
    const figures = await secretary.call(getCareFigures, {});
    expect(figures.total.reduce((sum, { count }) => sum + count, 0)).toBe(
      (await secretary.call(listCare, { limit: 200 })).people.length,
    );
    const elderly = await secretary.call(getElderly, {});
    expect(elderly.total.over80).toBeGreaterThan(0);
    expect(elderly.areas.reduce((sum, { figures: f }) => sum + f.over60, 0)).toBe(elderly.total.over60);
    const allowance = elderly.policies.find(({ policy }) => policy.code === 'elder-allowance');
    expect(allowance?.notYet).toBeGreaterThan(0);
    const { people } = await secretary.call(listEntitled, { policyCode: 'elder-allowance', limit: 200 });
    expect(people).toHaveLength(allowance?.notYet ?? 0);
    await secretary.call(changeFields, { subjectId: personId, fields: [{ code: 'elderAllowance', value: true }] });
    await test.settle();
    const after = await secretary.call(listEntitled, { policyCode: 'elder-allowance', served: true });
    expect(after.people.map(({ subject }) => subject.id)).toContain(personId);
    await keeper.call(recordDeath, { subjectId: personId, on });
    await test.settle();
    expect(await held()).toEqual([]);
    expect((await keeper.ask(listCare, {})).status).toBe(403);
  });
});
