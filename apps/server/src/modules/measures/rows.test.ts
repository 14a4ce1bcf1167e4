import * as contract from '@linli/contract';
import { type CaseFilter, type CaseStep, countCases, getScreen, type OutputOf } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

type Screen = OutputOf<typeof getScreen>;
type To = { kind: 'unit'; unitId: string } | { kind: 'pool'; unitKind: string };

let test: TestApp;
let commander: Caller;
let secretary: Caller;
let standing: string;

beforeAll(async () => {
  test = await createTestApp();
  commander = await test.staff('commander', 'street');
  secretary = await test.staff('committee-secretary', 'east');
  standing = await live(test);
}, 60_000);
afterAll(() => test.close());

/** Ten days ago: one left with everybody who can have a case. Today: every step, some twice. Answers the case that stands still. */
async function live({ street, clock, settle, staff, resident }: TestApp): Promise<string> {
  const [worker, otherWorker] = [await staff('grid-worker', 'east1'), await staff('grid-worker', 'west1')];
  const dispatcher = await staff('dispatcher', 'street');
  const [chief, chief2] = [await staff('duty-chief', 'street'), await staff('duty-chief', 'street')];
  const checker = await staff('checker', 'street');
  const [greening, firm] = [
    await staff('unit-handler', 'street', 'greening'),
    await staff('unit-handler', 'east', 'firm'),
  ];
  const reporter = await resident();
  const photo = await worker.photo();
  const toGreening: To = { kind: 'unit', unitId: street.unit.greening.id };
  const toPool: To = { kind: 'pool', unitKind: 'property-firm' };
  const where = (key: 'east1' | 'west1') => ({ ...street.area[key].point, crs: 'wgs84' as const, address: '' });
  const report = async (typeCode: string, key: 'east1' | 'west1' = 'east1') => {
    const input = { typeCode, words: '说一件事', place: where(key), form: {}, photos: [], urgent: false };
    return (await reporter.call(contract.reportCase, { ...input, anonymous: false })).caseId;
  };
  const send = (caseId: string, to: To) =>
    dispatcher.call(contract.dispatchCase, { caseId, to, words: '', ruling: false });
  const sent = async (to: To) => {
    const caseId = await report('loc-99');
    await dispatcher.call(contract.acceptCase, { caseId });
    await send(caseId, to);
    return caseId;
  };
  const handle = (by: Caller, caseId: string) =>
    by.call(contract.handleCase, { caseId, result: 'solved', words: '好了', photos: [photo] });
  const check = (caseId: string, pass: boolean) =>
    checker.call(contract.checkCase, { caseId, pass, words: '看过', photos: [] });
  /** Handled by the micro-grid's worker; only a sample is checked, so until one is. */
  const handled = async (): Promise<string> => {
    const caseId = await report('06010');
    return (await handle(worker, caseId)).state === 'handled' ? caseId : handled();
  };
  const closed = async () => {
    const caseId = await handled();
    await check(caseId, true);
    return caseId;
  };

  await report('loc-99');
  await report('06010');
  await report('06010', 'west1');
  await sent(toGreening);
  await sent(toPool);
  await firm.call(contract.takeCase, { caseId: await sent(toPool) });
  await handled();
  await closed();
  const still = await sent(toGreening);
  await greening.call(contract.takeCase, { caseId: still });
  clock.forward(10 * 24 * 60);
  await settle();
  await greening.call(contract.askSuspension, { caseId: still, reason: '等配件' });
  await chief.call(contract.decideRequest, { caseId: still, grant: true, words: '' });

  const twice = await sent(toGreening);
  await greening.call(contract.returnCase, { caseId: twice, reason: '不归我们', rightUnitId: street.unit.housing.id });
  await send(twice, toGreening);
  const failed = await handled();
  await check(failed, false);
  if ((await handle(worker, failed)).state === 'handled') await check(failed, true);
  const rated = await closed();
  await reporter.call(contract.rateCase, { caseId: rated, rating: 5, words: '' });
  await reporter.call(contract.reopenCase, { caseId: await closed(), words: '还在', photos: [] });
  const wrong = await sent(toGreening);
  await chief.call(contract.askVoid, { caseId: wrong, reason: '测试' });
  await chief2.call(contract.decideRequest, { caseId: wrong, grant: true, words: '' });
  const declined = await report('loc-99');
  await dispatcher.call(contract.acceptCase, { caseId: declined });
  await dispatcher.call(contract.declineCase, { caseId: declined, reason: '重复' });
  await dispatcher.call(contract.mergeCase, { caseId: await report('loc-99'), intoCaseId: twice });
  const spot = { typeCode: '06010', words: '路边', form: {}, before: [photo], after: [photo], done: '清了' };
  await otherWorker.call(contract.selfHandleCase, { ...spot, place: where('west1') });
  await settle();
  return still;
}

const screenOf = (caller: Caller) => caller.call(getScreen, { mapFigure: 'open' });
async function countsOf(caller: Caller, filters: readonly CaseFilter[]): Promise<number[]> {
  const { counts } = await caller.call(countCases, { filters: [...filters] });
  return counts.map(({ count }) => count);
}

/** Every figure that opens to rows: its name, its value, its rows. */
function figuresOf({ figures, funnel, overdue, ranking }: Screen): [string, number | null, CaseFilter][] {
  return [
    ...figures.flatMap(({ key, value, rows }): [string, number | null, CaseFilter][] =>
      rows ? [[key, value, rows]] : [],
    ),
    ...funnel.map(({ step, today, rows }): [string, number, CaseFilter] => [step, today, rows]),
    ...overdue.map(({ name, count, rows }): [string, number, CaseFilter] => [name, count, rows]),
    ...ranking.map(({ name, onTime, rows }): [string, number, CaseFilter] => [name, onTime.denominator, rows]),
  ];
}

describe('figures of the screen and their rows', () => {
  it('are the same number everywhere, for the street and for one area', async () => {
    for (const caller of [commander, secretary]) {
      const screen = await screenOf(caller);
      expect(screen.ranking.some(({ onTime }) => onTime.denominator > 0)).toBe(true);
      const shown = figuresOf(screen);
      const counted = await countsOf(
        caller,
        shown.map(([, , rows]) => rows),
      );
      expect(shown.map(([name], i) => [name, counted[i]])).toEqual(shown.map(([name, value]) => [name, value]));
    }
  });

  it('say who must act down to the post and the pool', async () => {
    const { overdue } = await screenOf(commander);
    const named = Object.fromEntries(overdue.map(({ name, rows }) => [name, rows]));
    expect(Object.keys(named).sort()).toEqual(
      [
        '东园第1微网格 专职网格员',
        '西园第1微网格 专职网格员',
        '绿化市容所',
        '安居物业',
        '物业公司（待抢单）',
        '核查员',
        '派遣员',
      ].sort(),
    );
    expect(named['物业公司（待抢单）']).toMatchObject({ poolKind: 'property-firm', overdue: true });
    expect(named['东园第1微网格 专职网格员']).toMatchObject({ postId: expect.any(String) });
    expect(overdue.map(({ count }) => count)).toEqual(overdue.map(() => 1));
  });

  it('count a case once for a step, however often it was taken and whatever became of it', async () => {
    const { funnel, figures } = await screenOf(commander);
    const steps = Object.fromEntries(funnel.map(({ step, today }) => [step, today])) as Record<CaseStep, number>; // one line a step
    expect(steps).toMatchObject({ check: 3, rate: 1 });
    // Sent twice, void and reopened cases among them; declined and merged ones were accepted all the same.
    expect(steps.dispatch).toBeGreaterThanOrEqual(5);
    expect(steps.accept).toBeGreaterThan(steps.dispatch);
    const inDay = { stepFrom: '2026-03-25T16:00:00.000Z', stepUntil: '2026-03-26T16:00:00.000Z' };
    expect(funnel[2]?.rows).toEqual({ areaId: test.street.siteId, step: 'dispatch', ...inDay });
    expect(figures.find(({ key }) => key === 'closed')?.value).toBeGreaterThan(0);
  });

  it('leave a case that stands still out of what is overdue, in the figure as in the inbox', async () => {
    const { cases } = await commander.call(contract.listCases, { overdue: true, order: 'due', limit: 100 });
    expect(cases.map(({ id }) => id)).not.toContain(standing);
    expect(await commander.call(contract.getCase, { caseId: standing })).toMatchObject({
      state: 'suspended',
      due: null,
      clocks: expect.arrayContaining([expect.objectContaining({ name: 'handle', ranOutAt: expect.any(String) })]),
    });
    const [overdue, inInbox] = [
      (await screenOf(commander)).figures.find(({ key }) => key === 'overdue')?.value,
      await countsOf(commander, [{ overdue: true }]),
    ];
    expect(inInbox).toEqual([overdue]);
  });
});

describe('the journal', () => {
  it('carries a verdict on every clock of the case, missed ones by the present run', async () => {
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        on_time: object;
      }>`select data->'onTime' as on_time from journal where noun_id = ${standing} order by seq`.execute(db),
    );
    const verdicts = rows.map((row) => row.on_time);
    expect(verdicts[0]).toMatchObject({ accept: null, total: null });
    expect(verdicts[2]).toMatchObject({ accept: true, dispatch: true, handle: null, total: null });
    expect(verdicts.at(-1)).toMatchObject({ accept: true, dispatch: true, handle: false });
  });
});

describe('a filter by step', () => {
  it.each([
    [{ step: 'rate' as const }, ['stepFrom', 'stepUntil']],
    [{ step: 'rate' as const, stepUntil: '2026-03-26T16:00:00.000Z' }, ['stepFrom']],
    [{ stepFrom: '2026-03-26T16:00:00.000Z' }, ['step', 'stepUntil']],
  ])('refuses %j at the fields that are missing', async (filter, missing) => {
    const refused = await commander.ask(countCases, { filters: [filter] });
    expect(refused).toMatchObject({ status: 400, error: { code: 'input-invalid' } });
    expect(refused.error?.fields?.map(({ path, code }) => [path, code])).toEqual(
      missing.map((path) => [path, 'required']),
    );
  });

  it('keeps to its span, the end left out', async () => {
    const at = (await commander.call(contract.listCases, { order: 'changed', limit: 1 })).cases[0]?.changedAt ?? '';
    const later = new Date(Date.parse(at) + 1).toISOString();
    const found = await countsOf(commander, [
      { step: 'rate', stepFrom: at, stepUntil: later },
      { step: 'rate', stepFrom: '2026-03-16T00:00:00.000Z', stepUntil: at },
      { step: 'rate', stepFrom: later, stepUntil: '2026-04-16T00:00:00.000Z' },
    ]);
    expect(found).toEqual([1, 0, 0]);
  });
});
