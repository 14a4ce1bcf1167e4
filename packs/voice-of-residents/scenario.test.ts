import {
  acceptCase,
  checkCase,
  contactReporter,
  dispatchCase,
  getCase,
  handleCase,
  listMyCases,
  rateCase,
  reopenCase,
  reportCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let committee: Caller;
let dispatcher: Caller;
let checker: Caller;
let housing: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  committee = await test.staff('unit-lead', 'east', 'committee');
  dispatcher = await test.staff('dispatcher', 'street');
  checker = await test.staff('checker', 'street');
  housing = await test.staff('unit-lead', 'street', 'housing');
});
afterAll(() => test.close());

const say = (typeCode: string, form: Record<string, string>) => ({
  typeCode,
  words: '楼下能不能加一排长椅',
  form,
  photos: [],
});
const here = () => ({ areaId: test.street.area.east.id });
const explained = { result: 'explained', words: '已列入五月微更新计划' } as const;

describe('voice of residents', () => {
  it('answers a suggestion within one working day, agreed to by silence', async () => {
    test.clock.set(monday);
    const { caseId, holder } = await resident.call(reportCase, { ...say('voice-01', { topic: 'elderly' }), ...here() });
    expect(holder).toBe('东园居委会');
    const { clocks } = await committee.call(getCase, { caseId });
    expect(clocks.find((clock) => clock.name === 'handle')?.dueAt).toBe('2026-03-17T09:30:00.000Z');
    await committee.call(handleCase, { caseId, ...explained });
    test.clock.set('2026-03-20T09:00:00+08:00');
    await test.settle();
    expect(await resident.call(getCase, { caseId })).toMatchObject({ state: 'closed', result: 'explained' });
  });

  it('needs no place: what concerns the whole street is divided by the desk', async () => {
    test.clock.set(monday);
    const report = await resident.call(reportCase, say('voice-01', { topic: 'culture' }));
    expect(report).toMatchObject({ state: 'accepted', areaName: '测试街道' });
    const to = { kind: 'unit', unitId: test.street.unit.committee.id } as const;
    await dispatcher.call(dispatchCase, { caseId: report.caseId, to });
    expect(await committee.call(takeCase, { caseId: report.caseId })).toMatchObject({ state: 'in-hand' });
  });

  it('closes a question with its answer, which can be called no answer', async () => {
    test.clock.set(monday);
    const { caseId } = await resident.call(reportCase, { ...say('voice-02', { topic: 'services' }), ...here() });
    expect(await committee.call(handleCase, { caseId, ...explained })).toMatchObject({ state: 'closed' });
    await resident.call(rateCase, { caseId, rating: 2 });
    const again = await resident.call(reopenCase, { caseId, words: '没有说材料', photos: [] });
    expect(again).toMatchObject({ state: 'dispatched' });
  });

  it('is public or private as the person chooses, complaints always private', async () => {
    test.clock.set(monday);
    const other = await test.resident();
    const open = await resident.call(reportCase, { ...say('voice-01', { topic: 'culture' }), ...here() });
    const quiet = await resident.call(reportCase, {
      ...say('voice-01', { topic: 'culture' }),
      ...here(),
      visibility: 'private',
    });
    const complaint = await resident.call(reportCase, {
      ...say('voice-04', { topic: 'property', about: '安居物业' }),
      ...here(),
      visibility: 'public',
    });
    expect(await other.ask(getCase, { caseId: open.caseId })).toMatchObject({ status: 200 });
    expect(await other.ask(getCase, { caseId: quiet.caseId })).toMatchObject({ status: 404 });
    expect(await other.ask(getCase, { caseId: complaint.caseId })).toMatchObject({ status: 404 });
    const mine = await resident.call(listMyCases, {});
    expect(mine.cases.map((row) => row.id)).toContain(complaint.caseId);
  });

  it('never sends a complaint to those it is about; it is contacted, answered and checked', async () => {
    test.clock.set(monday);
    const firm = await test.staff('unit-lead', 'east', 'firm');
    const input = { ...say('voice-04', { topic: 'property', about: '安居物业' }), ...here() };
    const { caseId, state } = await resident.call(reportCase, input);
    expect(state).toBe('reported');
    expect(await firm.ask(getCase, { caseId })).toMatchObject({ status: 404 });
    await dispatcher.call(acceptCase, { caseId });
    const to = { kind: 'unit', unitId: test.street.unit.housing.id } as const;
    await dispatcher.call(dispatchCase, { caseId, to });
    await housing.call(takeCase, { caseId });
    await housing.call(contactReporter, { caseId, reached: true, way: 'phone', words: '已了解情况' });
    await housing.call(handleCase, { caseId, ...explained });
    expect(await housing.ask(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ ok: null });
    expect(await checker.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
  });

  it('passes thanks on and asks for no rating', async () => {
    test.clock.set(monday);
    const { caseId } = await resident.call(reportCase, { ...say('voice-03', { whom: '保洁王阿姨' }), ...here() });
    await committee.call(handleCase, { caseId, ...explained });
    const answer = await resident.ask(rateCase, { caseId, rating: 5 });
    expect(answer).toMatchObject({ status: 409, error: { code: 'rating-off' } });
  });
});
