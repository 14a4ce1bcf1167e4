import {
  checkCase,
  contactReporter,
  dispatchCase,
  getCase,
  handleCase,
  listHands,
  listNotices,
  rateCase,
  reportCase,
  searchAnswers,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let worker: Caller;
let housing: Caller;
let dispatcher: Caller;
let chief: Caller;
let commander: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  worker = await test.staff('grid-worker', 'east1');
  housing = await test.staff('unit-lead', 'street', 'housing');
  dispatcher = await test.staff('dispatcher', 'street');
  chief = await test.staff('duty-chief', 'street');
  commander = await test.staff('commander', 'street');
});
afterAll(() => test.close());

const hand = (department: string) => ({
  typeCode: 'hand-up',
  words: '停车矛盾多次协调无果',
  form: { department, why: '涉及产权和规划，网格协调三次未果' },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
const clockOf = async (caseId: string, name: string) =>
  (await chief.call(getCase, { caseId })).clocks.find((clock) => clock.name === name)?.dueAt;

describe('the grid raises a hand', () => {
  it('is signed in, visited and answered by the department asked; who asked says whether it is enough', async () => {
    const { caseId, holder } = await worker.call(reportCase, hand('unit-housing'));
    expect(holder).toBe('房屋管理办');
    const board = await chief.call(listHands, {});
    expect(board.hands).toContainEqual(expect.objectContaining({ id: caseId, direction: 'up' }));
    // One, three and five working days: the day of the report is not counted, the last one runs to its evening.
    expect(await clockOf(caseId, 'take')).toBe('2026-03-17T09:30:00.000Z');
    expect(await clockOf(caseId, 'first-contact')).toBe('2026-03-19T09:30:00.000Z');
    expect(await clockOf(caseId, 'handle')).toBe('2026-03-23T09:30:00.000Z');
    await housing.call(takeCase, { caseId });
    await housing.call(contactReporter, { caseId, reached: true, way: 'visit', words: '已到现场会商' });
    await housing.call(handleCase, { caseId, result: 'solved', words: '划定共享车位二十个', photos: [] });
    expect(await housing.ask(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ ok: null });
    await test.settle();
    const { notices } = await worker.call(listNotices, {});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'case.handled', nounId: caseId }));
    expect(await worker.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
    await worker.call(rateCase, { caseId, rating: 4 });
  });

  it('comes back to the department when the answer is not enough', async () => {
    const { caseId } = await worker.call(reportCase, hand('unit-housing'));
    await housing.call(handleCase, { caseId, result: 'explained', words: '正在研究', photos: [] });
    const failed = await worker.call(checkCase, { caseId, pass: false, words: '没有方案', photos: [] });
    expect(failed).toMatchObject({ state: 'in-hand' });
  });

  it('goes to the desk when the grid is not sure whom to ask', async () => {
    const { caseId, state, ruleLabel } = await worker.call(reportCase, hand('unsure'));
    expect({ state, ruleLabel }).toEqual({ state: 'accepted', ruleLabel: '由指挥中心指定' });
    const to = { kind: 'unit', unitId: test.street.unit.police.id } as const;
    expect(await dispatcher.call(dispatchCase, { caseId, to })).toMatchObject({ state: 'dispatched' });
  });

  it('is supervised and told to the commander when nobody answers', async () => {
    test.clock.set(monday);
    const { caseId } = await worker.call(reportCase, hand('unit-police'));
    test.clock.set('2026-03-23T17:31:00+08:00');
    await test.settle();
    expect(await chief.call(getCase, { caseId })).toMatchObject({ supervised: true, state: 'dispatched' });
    const { notices } = await commander.call(listNotices, {});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'case.escalated', nounId: caseId }));
  });

  it('must be signed in within two hours when it is urgent', async () => {
    test.clock.set('2026-03-21T20:00:00+08:00');
    const { caseId } = await worker.call(reportCase, { ...hand('unit-housing'), typeCode: 'hand-up-urgent' });
    expect(await clockOf(caseId, 'take')).toBe('2026-03-21T14:00:00.000Z');
  });

  it('keeps what others can learn from the answer, and is found by it', async () => {
    test.clock.set(monday);
    const { caseId } = await worker.call(reportCase, hand('unit-housing'));
    const answer = { caseId, result: 'solved' as const, words: '与产权单位签了共享协议', photos: [] };
    const wrong = await housing.ask(handleCase, { ...answer, form: { kind: 'maybe' } });
    expect(wrong).toMatchObject({ error: { fields: [{ path: 'form.kind', code: 'not-an-option' }] } });
    await housing.call(handleCase, { ...answer, form: { kind: 'done', lesson: '先找产权单位再谈标线' } });
    await worker.call(checkCase, { caseId, pass: true, photos: [] });
    await test.settle();
    const { answers } = await worker.call(searchAnswers, { text: '共享协议', group: 'hand' });
    expect(answers.map((found) => found.caseId)).toContain(caseId);
    // The lesson itself is looked through, each word by itself, and comes with the answer.
    for (const text of ['谈标线', '共享协议 标线', '标线 共享协议']) {
      const found = await worker.call(searchAnswers, { text });
      expect(found.answers).toMatchObject([{ caseId, lessons: [{ words: '先找产权单位再谈标线' }] }]);
    }
    expect((await worker.call(searchAnswers, { text: '共享协议 电梯' })).answers).toEqual([]);
  });

  it('is not for residents, and says why the grid cannot do it alone', async () => {
    const resident = await test.resident();
    const refused = await resident.ask(reportCase, hand('unit-housing'));
    expect(refused).toMatchObject({ status: 403, error: { code: 'reporter-not-allowed' } });
    const bare = await worker.ask(reportCase, { ...hand('unit-housing'), form: { department: 'unit-housing' } });
    expect(bare).toMatchObject({ status: 400, error: { fields: [{ path: 'form.why', code: 'required' }] } });
  });
});
