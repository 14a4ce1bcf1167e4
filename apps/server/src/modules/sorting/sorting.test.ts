import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { type WrittenCase, writeCases } from './closed-cases.fixture.ts';

const rubbish = '06010';
const other = 'loc-99';
let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
}, 60_000);
afterAll(() => test.close());

/** Cases that say a word no name or synonym knows. */
function taught(
  typeCode: string,
  words: readonly string[],
  count: number,
  more: Partial<WrittenCase> = {},
): WrittenCase[] {
  return Array.from({ length: count }, (_, i) => ({
    typeCode,
    words: `${words[i % words.length]}，请来看看，已经${i}天了`,
    ...more,
  }));
}

describe('suggesting kinds', () => {
  it('knows names and synonyms before anything was learned, and says so', async () => {
    const answer = await test.nobody.call(contract.suggestType, { words: '楼下垃圾没人清，垃圾堆了好几天，很臭' });
    expect(answer.suggestions[0]).toMatchObject({ typeCode: rubbish, unit: null });
    expect(answer.suggestions[0]?.spokenFor.length).toBeGreaterThan(0);
    expect(answer.by).toBe('names');
    const admin = await test.staff('system-admin', 'street');
    expect(await admin.call(contract.getSortingReport, {})).toMatchObject({ cold: true, trainedAt: null, classes: [] });
  });

  it('leaves the choice to a person when the words say nothing', async () => {
    const answer = await test.nobody.call(contract.suggestType, { words: '你好在吗' });
    expect(answer.belowFloor).toBe(true);
    expect((await test.nobody.ask(contract.suggestType, { words: ' ' })).status).toBe(400);
    expect((await test.nobody.ask(contract.suggestType, { words: '字'.repeat(4001) })).status).toBe(400);
  });

  it('learns from closed cases in a thread, also who gets them; sealed ones teach nothing', async () => {
    const unitId = test.street.unit.greening.id;
    await writeCases(test, [
      ...taught(rubbish, ['铁皮棚子占着过道', '过道里的铁皮棚子'], 40, { unitId }),
      ...taught(other, ['树枝挡住了窗', '大树遮住阳光'], 40),
      ...taught(other, ['秘密的养蜂箱'], 30, { visibility: 'sealed' }),
      ...taught(rubbish, ['还没有办完的事'], 30, { state: 'accepted' }),
    ]);
    await test.app.sorting.learnNow();

    const desk = await test.staff('dispatcher', 'street');
    const answer = await desk.call(contract.suggestType, { words: '又看到一个铁皮棚子' });
    expect(answer).toMatchObject({ by: 'learned', belowFloor: false, floor: 0.4 });
    expect(answer.suggestions[0]).toMatchObject({ typeCode: rubbish, unit: { id: unitId } });
    expect(answer.suggestions[0]?.spokenFor.join()).toContain('铁皮');
    const resident = await test.resident();
    expect(
      (await resident.call(contract.suggestType, { words: '又看到一个铁皮棚子' })).suggestions[0]?.unit,
    ).toBeNull();

    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ cases: number; model: Buffer }>`select cases, model from sorting_model`.execute(db),
    );
    expect(rows[0]?.cases).toBe(80);
    expect(rows[0]?.model.includes('铁皮')).toBe(false);
  });

  it('shows how well it does, to those who read measures', async () => {
    const chief = await test.staff('duty-chief', 'street');
    const report = await chief.call(contract.getSortingReport, {});
    expect(report).toMatchObject({ cold: false, cases: 80, mayChange: true });
    expect(report.classes.map((one) => one.typeCode).sort()).toEqual([rubbish, other].sort());
    for (const { precision } of report.classes)
      expect(precision.numerator / precision.denominator).toBeGreaterThan(0.9);
    const resident = await test.resident();
    expect((await resident.ask(contract.getSortingReport, {})).status).toBe(403);
  });

  it('takes a floor from the administrator or the duty chief of the whole street, and nobody else', async () => {
    const admin = await test.staff('system-admin', 'street');
    expect(await admin.call(contract.saveSortingSettings, { floor: 0.9 })).toEqual({ floor: 0.9 });
    expect((await test.nobody.call(contract.suggestType, { words: '垃圾' })).floor).toBe(0.9);
    const chief = await test.staff('duty-chief', 'street');
    await chief.call(contract.saveSortingSettings, { floor: 0.4 });
    const part = await test.staff('duty-chief', 'east');
    const commander = await test.staff('commander', 'street');
    for (const who of [part, commander])
      expect((await who.ask(contract.saveSortingSettings, { floor: 0.5 })).status).toBe(403);
    for (const floor of [0, 1, 0.43, -1])
      expect((await admin.ask(contract.saveSortingSettings, { floor })).status).toBe(400);
  });
});

describe('the same matter', () => {
  it('offers what is near in place, time and words, with reasons, and nothing else', async () => {
    const now = test.clock.now();
    const at = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    const [one, same, farWords, farPlace, sealed] = await writeCases(test, [
      { typeCode: rubbish, words: '配电房后面的污水井盖一直在响', state: 'accepted', area: 'west2', reportedAt: at(2) },
      {
        typeCode: other,
        words: '污水井盖整夜响，就在配电房旁边',
        state: 'accepted',
        area: 'west2',
        reportedAt: at(20),
      },
      { typeCode: other, words: '楼道声控灯不亮', state: 'accepted', area: 'west2', reportedAt: at(3) },
      { typeCode: rubbish, words: '花坛被踩坏', state: 'accepted', area: 'west1', reportedAt: at(900) },
      {
        typeCode: rubbish,
        words: '配电房后面的污水井盖一直在响',
        state: 'accepted',
        area: 'west2',
        visibility: 'sealed',
      },
    ]);
    const desk = await test.staff('dispatcher', 'street');
    const { cases } = await desk.call(contract.findSameMatter, { caseId: one ?? '' });
    expect(cases[0]).toMatchObject({ caseId: same, open: true, reasons: { metres: 0, sameKind: false } });
    expect(cases[0]?.score).toBeGreaterThanOrEqual(0.5);
    expect(cases[0]?.score).toBeLessThanOrEqual(1);
    for (const id of [farWords, farPlace, sealed, one]) expect(cases.map((found) => found.caseId)).not.toContain(id);
    const elsewhere = await test.staff('committee-secretary', 'east');
    expect((await elsewhere.ask(contract.findSameMatter, { caseId: one ?? '' })).status).toBe(404);
    const worker = await test.staff('grid-worker', 'west');
    expect((await worker.ask(contract.findSameMatter, { caseId: one ?? '' })).status).toBe(403);
  });
});

describe('hot topics', () => {
  const plant = [
    '恒信新城搅拌站粉尘大',
    '恒信新城旁边的搅拌站太吵',
    '搅拌站半夜开工，恒信新城睡不着',
    '恒信新城搅拌站灰尘进屋',
  ];

  it('groups what many say, and counts for each reader only what that reader may see', async () => {
    const ids = await writeCases(test, [
      ...plant.map((words) => ({ typeCode: other, words, state: 'accepted' as const, area: 'east1' as const })),
      ...plant.map((words) => ({
        typeCode: other,
        words: `${words}，找老王`,
        state: 'accepted' as const,
        area: 'west1' as const,
        visibility: 'private' as const,
      })),
      { typeCode: other, words: '恒信新城搅拌站粉尘大', visibility: 'sealed' },
    ]);
    const chief = await test.staff('duty-chief', 'street');
    expect(await chief.call(contract.listTopics, {})).toEqual({ computedAt: null, topics: [] });
    await test.app.sorting.groupNow();

    const whole = await chief.call(contract.listTopics, { weeks: 4 });
    const found = whole.topics.find((topic) => topic.placeWords.includes('恒信新城'));
    expect(whole.computedAt).not.toBeNull();
    expect(found).toMatchObject({ size: 8, open: 8 });
    expect(found?.caseIds).not.toContain(ids.at(-1));

    const east = await test.staff('committee-secretary', 'east');
    const own = (await east.call(contract.listTopics, { weeks: 4 })).topics.find((topic) =>
      topic.placeWords.includes('恒信新城'),
    );
    expect(own?.size).toBe(4);
    expect([...(own?.caseIds ?? [])].sort()).toEqual(ids.slice(0, 4).sort());
    expect(JSON.stringify(own)).not.toContain('老王');

    const worker = await test.staff('grid-worker', 'street');
    expect((await worker.ask(contract.listTopics, {})).status).toBe(403);
    expect((await chief.ask(contract.listTopics, { weeks: 3 as 4 })).status).toBe(400); // a window there is none of
  });
});
