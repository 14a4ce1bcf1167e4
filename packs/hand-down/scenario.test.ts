import {
  advanceCase,
  checkCase,
  declineCase,
  getCase,
  handleCase,
  listHands,
  listNotices,
  reportCase,
  returnCase,
  saveUnit,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let housing: Caller;
let leader: Caller;
let gridLeader: Caller;
let dispatcher: Caller;
let firm: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  housing = await test.staff('unit-lead', 'street', 'housing');
  leader = await test.staff('micro-grid-leader', 'east1');
  gridLeader = await test.staff('grid-leader', 'homes');
  dispatcher = await test.staff('dispatcher', 'street');
  firm = await test.staff('unit-lead', 'east', 'firm');
});
afterAll(() => test.close());

const ask = (hours: number) => ({
  typeCode: 'hand-down',
  words: '请核实空置房屋情况',
  form: { ask: 'verify', basis: 'listed', item: 'homes', hours },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});

describe('a department raises a hand', () => {
  it('goes to the leader of the micro-grid, is solved there, and closes when the department says nothing', async () => {
    const { caseId, holder } = await housing.call(reportCase, ask(2));
    expect(holder).toBe('东园第1微网格 微网格长');
    const board = await gridLeader.call(listHands, {});
    expect(board.hands).toContainEqual(expect.objectContaining({ id: caseId, direction: 'down' }));
    await leader.call(takeCase, { caseId });
    const handled = { caseId, result: 'solved', words: '走访五户，三户空置' } as const;
    const bare = await leader.ask(handleCase, { ...handled, photos: [] });
    expect(bare).toMatchObject({ status: 409, error: { code: 'evidence-missing' } });
    await leader.call(handleCase, { ...handled, photos: [await leader.photo(1)] });
    test.clock.set('2026-03-18T17:29:00+08:00');
    await test.settle();
    expect(await housing.call(getCase, { caseId })).toMatchObject({ state: 'handled' });
    test.clock.set('2026-03-18T17:31:00+08:00');
    await test.settle();
    expect(await housing.call(getCase, { caseId })).toMatchObject({ state: 'closed' });
  });

  it('goes to the committee when it is much work, and to the desk for the whole street', async () => {
    test.clock.set(monday);
    expect((await housing.call(reportCase, ask(30))).holder).toBe('东园居委会');
    const whole = { ...ask(2), place: null, areaId: test.street.area.street.id };
    expect(await housing.call(reportCase, whole)).toMatchObject({ state: 'accepted', holder: null });
  });

  it('may be declined by the grid once: it names who should do it', async () => {
    test.clock.set(monday);
    const { caseId } = await housing.call(reportCase, ask(2));
    const back = { caseId, reason: '不在准入清单内', rightUnitId: test.street.unit.housing.id };
    expect(await leader.call(returnCase, back)).toMatchObject({ state: 'accepted' });
    const late = await housing.call(reportCase, ask(2));
    test.clock.set('2026-03-18T09:00:00+08:00');
    const answer = await leader.ask(returnCase, { ...back, caseId: late.caseId });
    expect(answer).toMatchObject({ status: 409, error: { code: 'return-window-over' } });
  });

  it('stays at the desk outside the admitted list, where it is lawfully refused; an emergency goes through', async () => {
    test.clock.set(monday);
    const outside = { ...ask(2), form: { ...ask(2).form, item: 'outside' } };
    const { caseId, state, ruleLabel } = await housing.call(reportCase, outside);
    expect({ state, ruleLabel }).toEqual({ state: 'accepted', ruleLabel: '清单外的先由网格把关' });
    expect(await leader.ask(declineCase, { caseId, reason: '不在清单内' })).toMatchObject({ ok: null });
    const refused = await gridLeader.call(declineCase, {
      caseId,
      reason: '不在准入清单内',
    });
    expect(refused).toMatchObject({ state: 'declined' });
    const urgent = { ...outside, form: { ...outside.form, basis: 'emergency' } };
    expect(await housing.call(reportCase, urgent)).toMatchObject({ state: 'dispatched' });
  });

  it('states basis and workload, and is not for residents', async () => {
    const bare = await housing.ask(reportCase, { ...ask(2), form: { ask: 'verify', hours: 0 } });
    const fields = bare.error?.fields?.map((field) => `${field.path} ${field.code}`);
    expect(fields).toEqual(['form.basis required', 'form.item required', 'form.hours too-small']);
    const resident = await test.resident();
    expect(await resident.ask(reportCase, ask(2))).toMatchObject({ error: { code: 'reporter-not-allowed' } });
  });

  it('puts a project up to be claimed by a station, by nobody else, and tells the grid when none does', async () => {
    test.clock.set(monday);
    const form = { basis: 'approved', item: 'shops', hours: 60, goal: '三个月内完成沿街立面整治' };
    const { caseId, holder } = await housing.call(reportCase, { ...ask(2), typeCode: 'hand-down-project', form });
    expect(holder).toContain('网格工作站');
    expect(await firm.ask(takeCase, { caseId })).toMatchObject({ status: 404 });
    expect(await dispatcher.call(getCase, { caseId })).toMatchObject({ state: 'dispatched', holder: { kind: 'pool' } });
    test.clock.set('2026-03-19T17:31:00+08:00');
    await test.settle();
    const { notices } = await gridLeader.call(listNotices, {});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'case.escalated', nounId: caseId }));
  });

  it('is claimed by a station, which plans it, says how it goes and is done by its day', async () => {
    // The small street has no station: the firm becomes one.
    const admin = await test.staff('system-admin', 'street');
    const { firm: unit } = test.street.unit;
    const areaIds = [test.street.area.homes.id];
    await admin.call(saveUnit, { unitId: unit.id, name: '居住网格工作站', kind: 'station', areaIds });
    const station = await test.staff('unit-lead', 'homes', 'firm');
    test.clock.set(monday);
    const form = { basis: 'listed', item: 'shops', hours: 60, goal: '沿街四十家店铺信息齐全' };
    const { caseId } = await housing.call(reportCase, { ...ask(2), typeCode: 'hand-down-project', form });
    await station.call(takeCase, { caseId });
    const plan = { caseId, stage: 'plan', outcome: 'begin', form: { plan: '每周跑两条路', doneBy: '2026-04-10' } };
    await station.call(advanceCase, plan);
    const photos = [await station.photo(2)];
    const half = { caseId, stage: 'carry-out', outcome: 'progress', form: { percent: 50, done: '完成二十家' }, photos };
    await station.call(advanceCase, half);
    expect(await housing.ask(advanceCase, { ...half, outcome: 'done' })).toMatchObject({ status: 403 });
    // A day after the day planned is Saturday 11 April: the next working day, to its end.
    test.clock.set('2026-04-14T09:00:00+08:00');
    await test.settle();
    const seen = await gridLeader.call(getCase, { caseId });
    expect(seen.stages.find(({ key }) => key === 'carry-out')).toMatchObject({ overdue: true });
    const done = { ...half, outcome: 'done', form: { percent: 100, done: '四十家齐全' } };
    expect(await station.call(advanceCase, done)).toMatchObject({ state: 'handled' });
    expect(await housing.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
  });
});
