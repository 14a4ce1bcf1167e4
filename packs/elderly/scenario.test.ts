import { addSubject, changeFields, getElderly, listEntitled } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

let test: TestApp;
let secretary: Caller;

beforeAll(async () => {
  test = await createTestApp();
  secretary = await test.staff('committee-secretary', 'east');
}, 60_000);
afterAll(() => test.close());

async function enter(name: string, born: string, fields: { code: string; value: string | boolean }[]): Promise<string> {
  const place = { areaId: test.street.area.east1.id };
  const all = [{ code: 'born', value: born }, ...fields];
  const { subjectId } = await secretary.call(addSubject, {
    noun: 'person',
    kind: 'resident',
    name,
    place,
    fields: all,
  });
  await test.settle();
  return subjectId;
}
const waiting = async (policyCode: string, served = false) =>
  (await secretary.call(listEntitled, { policyCode, served })).people.map(({ subject }) => subject.id);

describe('older people', () => {
  it('are found by the policies that are for them until they get what they are due', async () => {
    const alone = await enter('甲', '1940-01-01', [{ code: 'livingArrangement', value: 'alone' }]);
    const cared = await enter('乙', '1955-01-01', [{ code: 'careLevel', value: '3' }]);
    const young = await enter('丙', '1990-01-01', [{ code: 'careLevel', value: '3' }]);
    const visitor = await enter('丁', '1945-01-01', [{ code: 'registered', value: 'floating' }]);
    expect(await waiting('elder-allowance')).toEqual([alone, cared]);
    expect(await waiting('meals')).toEqual([alone]);
    expect(await waiting('emergency-button')).toEqual([alone]);
    expect(await waiting('long-term-care')).toEqual([cared]);
    expect(await waiting('long-term-care')).not.toContain(young);
    expect(await waiting('elder-allowance')).not.toContain(visitor);
    await secretary.call(changeFields, { subjectId: alone, fields: [{ code: 'mealService', value: true }] });
    await test.settle();
    expect([await waiting('meals'), await waiting('meals', true)]).toEqual([[], [alone]]);
  });

  it('stand in a table by area with facilities, whose sums agree', async () => {
    const place = { areaId: test.street.area.east2.id };
    await secretary.call(addSubject, {
      noun: 'asset',
      kind: 'day-care',
      name: '日间照护中心',
      place,
      fields: [{ code: 'beds', value: 20 }],
    });
    const page = await secretary.call(getElderly, {});
    expect(page.total).toMatchObject({ people: 4, over60: 3, over80: 2, over100: 0, alone: 1, meals: 1 });
    expect(page.areas.reduce((sum, { figures }) => sum + figures.over60, 0)).toBe(3);
    expect(page.facilities).toMatchObject([{ name: '日间照护中心', fields: { beds: 20 } }]);
    for (const { policy, entitled, served, notYet } of page.policies) {
      expect(entitled).toBe(served + notYet);
      expect(await waiting(policy.code)).toHaveLength(notYet);
    }
  });
});
