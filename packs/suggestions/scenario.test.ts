import {
  advanceCase,
  dispatchCase,
  getCase,
  listPublishedAnswers,
  rateCase,
  reportCase,
  saveCall,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let dispatcher: Caller;
let housing: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  dispatcher = await test.staff('dispatcher', 'street');
  housing = await test.staff('unit-lead', 'street', 'housing');
});
afterAll(() => test.close());

const idea = () => ({
  typeCode: 'suggestion',
  words: '建议把旧车棚改成共享充电棚',
  form: {
    theme: '旧车棚改造',
    reasons: '飞线充电多，车棚空着',
    proposal: '改成带消防喷淋的充电棚，错峰收费',
    name: '周老师',
  },
  place: null,
  photos: [],
});

/** On the small street nobody collects suggestions: the desk gives it to housing. */
async function taken(): Promise<string> {
  test.clock.set(monday);
  const { caseId, state } = await resident.call(reportCase, idea());
  expect(state).toBe('accepted');
  await dispatcher.call(dispatchCase, { caseId, to: { kind: 'unit', unitId: test.street.unit.housing.id } });
  await housing.call(takeCase, { caseId });
  return caseId;
}
const step = (caseId: string, stage: string, outcome: string, more = {}) =>
  housing.call(advanceCase, { caseId, stage, outcome, ...more });

describe('a suggestion', () => {
  it('is screened, weighed, adopted in public without its writer, and followed to its effect', async () => {
    const caseId = await taken();
    await step(caseId, 'screen', 'suggestion');
    await step(caseId, 'weigh', 'weighed', { form: { findings: '三处车棚具备条件' } });
    const bare = await housing.ask(advanceCase, { caseId, stage: 'decide', outcome: 'adopted' });
    expect(bare).toMatchObject({ error: { code: 'words-needed' } });
    const words = '采纳，今年先改两处车棚。';
    await step(caseId, 'decide', 'adopted', { words, form: { conversion: 'project', publicTopic: '旧车棚改充电棚' } });
    const mine = await resident.call(getCase, { caseId });
    expect(mine.published).toMatchObject({ words, outcome: { zh: '采纳' } });
    expect(mine.stages.find(({ key }) => key === 'effect')).toMatchObject({ state: 'current' });
    const { answers } = await test.nobody.call(listPublishedAnswers, {});
    expect(JSON.stringify(answers)).toContain('今年先改两处车棚');
    expect(answers[0]).toMatchObject({ title: null, topic: '旧车棚改充电棚', typeName: { zh: '人民建议' } });
    expect(JSON.stringify(answers)).not.toContain('周老师');
    await step(caseId, 'effect', 'going-on', { words: '一处已开工' });
    const done = await step(caseId, 'effect', 'in-effect', { words: '两处都已投用，飞线少了' });
    expect(done).toMatchObject({ state: 'closed' });
    await resident.call(rateCase, { caseId, rating: 5 });
  });

  it('that is a personal claim ends with the way to go, in words', async () => {
    const caseId = await taken();
    const claim = { caseId, stage: 'screen', outcome: 'claim', form: { otherWay: 'mediation' } };
    expect(await housing.ask(advanceCase, claim)).toMatchObject({ error: { code: 'words-needed' } });
    await step(caseId, 'screen', 'claim', { form: { otherWay: 'mediation' }, words: '这是与物业的纠纷，请申请调解。' });
    expect(await resident.call(getCase, { caseId })).toMatchObject({ state: 'closed', result: 'explained' });
  });

  it('rings when nobody has screened it in fifteen days', async () => {
    const caseId = await taken();
    // The fifteenth day after it was taken.
    expect((await housing.call(getCase, { caseId })).current?.dueAt).toMatch(/^2026-03-31/);
    test.clock.set('2026-04-01T09:00:00+08:00');
    await test.settle();
    const { stages } = await housing.call(getCase, { caseId });
    expect(stages[0]).toMatchObject({ key: 'screen', overdue: true });
  });

  it('names its elements, may be called for between two days, and is not decided by who wrote it', async () => {
    const { name: _name, ...unnamed } = idea().form;
    const bare = await resident.ask(reportCase, { ...idea(), form: unnamed });
    expect(bare).toMatchObject({ status: 400, error: { fields: [{ path: 'form.name', code: 'required' }] } });
    test.clock.set(monday);
    const { callId } = await dispatcher.call(saveCall, {
      typeCode: 'suggestion',
      topic: '加装电梯怎么配套',
      background: '今年有二十台电梯加装',
      ways: '在这里写，或交到居委会',
      opensOn: '2026-03-16',
      closesOn: '2026-03-31',
    });
    const answering = await resident.call(reportCase, { ...idea(), callId });
    await dispatcher.call(dispatchCase, {
      caseId: answering.caseId,
      to: { kind: 'unit', unitId: test.street.unit.housing.id },
    });
    await housing.call(takeCase, { caseId: answering.caseId });
    await step(answering.caseId, 'screen', 'suggestion');
    await step(answering.caseId, 'weigh', 'weighed', { form: { findings: '可行' } });
    await step(answering.caseId, 'decide', 'not-adopted', { words: '已有统一方案。' });
    const { answers } = await test.nobody.call(listPublishedAnswers, {});
    // What was asked in public heads the answer; what was written stays between the writer and the street.
    expect(answers[0]).toMatchObject({ caseId: answering.caseId, title: null, topic: '加装电梯怎么配套' });
    test.clock.set('2026-04-01T09:00:00+08:00');
    const late = await resident.ask(reportCase, { ...idea(), callId });
    expect(late).toMatchObject({ error: { code: 'call-not-open' } });
    const caseId = await taken();
    const own = await resident.ask(advanceCase, { caseId, stage: 'screen', outcome: 'suggestion' });
    expect(own).toMatchObject({ status: 403 });
  });
});
