import { advanceCase, checkCase, getCase, reportCase, takeCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let worker: Caller;
let committee: Caller;
let housing: Caller;
let chief: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  worker = await test.staff('grid-worker', 'east1');
  committee = await test.staff('unit-lead', 'east', 'committee');
  housing = await test.staff('unit-lead', 'street', 'housing');
  chief = await test.staff('duty-chief', 'street');
});
afterAll(() => test.close());

const visit = () => ({
  typeCode: 'investigation',
  words: '走访东园12户，反映电梯和充电问题',
  form: { theme: '老小区更新', visitedOn: '2026-03-15', talkedTo: 12, found: '电梯停用、充电桩不够' },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
const done = (percent: number) => ({ percent, done: '约物业和厂家勘查' });

/** The committee listed one problem for the housing office, who took it: the visit's and the problem's case. */
async function listed(): Promise<{ caseId: string; problem: string }> {
  test.clock.set(monday);
  const { caseId, holder } = await worker.call(reportCase, visit());
  expect(holder).toBe('东园居委会');
  await committee.call(takeCase, { caseId });
  const { children } = await committee.call(advanceCase, {
    caseId,
    stage: 'list',
    outcome: 'listed',
    form: { summary: '电梯一条' },
    duties: [{ unitId: test.street.unit.housing.id, words: '恢复电梯运行', handleBy: '2026-03-31' }],
  });
  const problem = children[0]?.caseId ?? '';
  await housing.call(takeCase, { caseId: problem });
  return { caseId, problem };
}

describe('an investigation', () => {
  it('makes a list whose problems report progress, and ends when all are closed', async () => {
    const { caseId, problem } = await listed();
    await housing.call(advanceCase, { caseId: problem, stage: 'solve', outcome: 'progress', form: done(40) });
    const solved = { caseId: problem, stage: 'solve', outcome: 'solved', form: done(100) };
    expect(await housing.call(advanceCase, solved)).toMatchObject({ state: 'handled' });
    const all = { caseId, stage: 'track', outcome: 'all-closed', form: { progress: '全部完成' } };
    expect(await committee.ask(advanceCase, all)).toMatchObject({ error: { code: 'children-open' } });
    expect(await housing.ask(checkCase, { caseId: problem, pass: true, photos: [] })).toMatchObject({ ok: null });
    const checker = await test.staff('checker', 'street');
    await checker.call(checkCase, { caseId: problem, pass: true, photos: [] });
    expect(await committee.call(advanceCase, all)).toMatchObject({ state: 'closed' });
  });

  it('lets a big problem become a project, decided by somebody else', async () => {
    const { problem } = await listed();
    const big = { caseId: problem, stage: 'solve', outcome: 'project', form: done(10) };
    expect(await housing.ask(advanceCase, big)).toMatchObject({ error: { code: 'words-needed' } });
    await housing.call(advanceCase, { ...big, words: '要整梯更换' });
    const approve = { caseId: problem, stage: 'project', outcome: 'approved', form: { projectName: '东园电梯更新' } };
    expect(await housing.ask(advanceCase, approve)).toMatchObject({ status: 403 });
    await chief.call(advanceCase, approve);
    const { result, stages } = await chief.call(getCase, { caseId: problem });
    expect(result).toBe('partly');
    expect(stages.find(({ key }) => key === 'project')).toMatchObject({
      outcome: { key: 'approved' },
      form: { projectName: '东园电梯更新' },
    });
  });

  it('rings for a problem on its own day, and for a list nobody makes', async () => {
    const { problem } = await listed();
    test.clock.set(monday);
    const idle = (await worker.call(reportCase, visit())).caseId;
    await committee.call(takeCase, { caseId: idle });
    test.clock.set('2026-03-19T17:31:00+08:00');
    await test.settle();
    expect((await chief.call(getCase, { caseId: idle })).stages[0]).toMatchObject({ key: 'list', overdue: true });
    test.clock.set('2026-03-31T17:31:00+08:00');
    await test.settle();
    const { clocks } = await chief.call(getCase, { caseId: problem });
    expect(clocks.find(({ name }) => name === 'handle')?.ranOutAt).toBe('2026-03-31T09:30:00.000Z');
  });

  it('counts people and names none, and makes problems only from a list', async () => {
    const named = await worker.ask(reportCase, { ...visit(), form: { ...visit().form, names: '张三' } });
    expect(named).toMatchObject({ error: { fields: [{ path: 'form.names', code: 'unknown' }] } });
    const own = await chief.ask(reportCase, { ...visit(), typeCode: 'investigation-problem', form: {} });
    expect(own.ok).toBeNull();
    const { caseId } = await listed();
    const duties = [{ unitId: test.street.unit.housing.id, words: '再一条', handleBy: '2026-03-31' }];
    const late = { caseId, stage: 'track', outcome: 'going-on', form: { progress: '在办' }, duties };
    expect(await committee.ask(advanceCase, late)).toMatchObject({ error: { code: 'duty-not-asked' } });
  });
});
