import {
  advanceCase,
  checkCase,
  dispatchCase,
  getCase,
  handleCase,
  openChildCase,
  reportCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let worker: Caller;
let dispatcher: Caller;
let officer: Caller;
let operator: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  worker = await test.staff('grid-worker', 'east1');
  dispatcher = await test.staff('dispatcher', 'street');
  // The small street has neither urban management nor an operator: police and greening stand in.
  officer = await test.staff('unit-lead', 'street', 'police');
  operator = await test.staff('unit-lead', 'street', 'greening');
});
afterAll(() => test.close());

const place = () => ({ ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' });
const spot = () => ({
  typeCode: 'bike-hotspot',
  words: '地铁口单车一清又堆，堵了盲道',
  form: { times: 6, peak: 'morning' },
  place: place(),
  photos: [],
});
const operatorUnit = () => test.street.unit.greening.id;

/** In charge of urban management, the operator called: the spot's and the clearing's case. */
async function called(): Promise<{ caseId: string; clearing: string }> {
  test.clock.set(monday);
  const { caseId } = await worker.call(reportCase, spot());
  await dispatcher.call(dispatchCase, { caseId, to: { kind: 'unit', unitId: test.street.unit.police.id } });
  await officer.call(takeCase, { caseId });
  // Nobody has called the operator yet.
  const soon = { caseId, stage: 'call', outcome: 'cleared', ...cleared };
  expect(await officer.ask(advanceCase, soon)).toMatchObject({ status: 409, error: { code: 'child-missing' } });
  const wish = { caseId, typeCode: 'bike-clear', unitId: operatorUnit(), words: '请清走地铁口单车' };
  const { child } = await officer.call(openChildCase, wish);
  return { caseId, clearing: child.caseId };
}
const cleared = { form: { calledAt: '2026-03-16T10:00' } };

describe('a hot spot of shared bikes', () => {
  it('is cleared within two hours of the call, planned, watched and checked', async () => {
    const { caseId, clearing } = await called();
    const { clocks } = await operator.call(getCase, { caseId: clearing });
    expect(clocks.find(({ name }) => name === 'handle')?.dueAt).toBe('2026-03-16T04:00:00.000Z');
    const call = { caseId, stage: 'call', outcome: 'cleared', ...cleared };
    expect(await officer.ask(advanceCase, call)).toMatchObject({ error: { code: 'children-open' } });
    const photos = [await operator.photo(30)];
    const moved = { caseId: clearing, result: 'solved', words: '清走八十辆', photos, form: { moved: 80 } } as const;
    await operator.call(handleCase, moved);
    const checker = await test.staff('checker', 'street');
    const { state } = await checker.call(getCase, { caseId: clearing });
    if (state === 'handled') await checker.call(checkCase, { caseId: clearing, pass: true, photos: [] });
    await officer.call(advanceCase, call);
    const plan = { means: ['fence', 'staff'], owner: '运维队长' };
    await officer.call(advanceCase, { caseId, stage: 'plan', outcome: 'planned', form: plan });
    const quiet = { caseId, stage: 'watch', outcome: 'quiet', form: { again: 0 } };
    expect(await officer.call(advanceCase, quiet)).toMatchObject({ state: 'handled' });
    expect(await officer.ask(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ ok: null });
    expect(await checker.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
  });

  it('is supervised when the operator is two hours late, also at night', async () => {
    test.clock.set('2026-03-14T23:30:00+08:00');
    const { caseId } = await worker.call(reportCase, {
      typeCode: 'bike-clear',
      words: '消防通道被单车堵死',
      form: { bikes: 40, blocked: ['fire'] },
      place: place(),
      photos: [],
    });
    await dispatcher.call(dispatchCase, { caseId, to: { kind: 'unit', unitId: operatorUnit() } });
    test.clock.set('2026-03-15T01:31:00+08:00');
    await test.settle();
    expect(await dispatcher.call(getCase, { caseId })).toMatchObject({ supervised: true });
  });

  it('that goes on leads to a talk with the operator, with reasons', async () => {
    const { caseId, clearing } = await called();
    await operator.call(handleCase, {
      caseId: clearing,
      result: 'solved',
      words: '清走',
      photos: [await operator.photo(31)],
    });
    const checker = await test.staff('checker', 'street');
    const { state } = await checker.call(getCase, { caseId: clearing });
    if (state === 'handled') await checker.call(checkCase, { caseId: clearing, pass: true, photos: [] });
    await officer.call(advanceCase, { caseId, stage: 'call', outcome: 'cleared', ...cleared });
    const plan = { means: ['limit'], owner: '运维队长' };
    await officer.call(advanceCase, { caseId, stage: 'plan', outcome: 'planned', form: plan });
    const talk = { caseId, stage: 'watch', outcome: 'talk', form: { again: 5 } };
    expect(await officer.ask(advanceCase, talk)).toMatchObject({ error: { code: 'words-needed' } });
    await officer.call(advanceCase, { ...talk, words: '盯了一周堆五次' });
    const held = { heldAt: '2026-03-31T14:00', minutes: '减投两成' };
    await officer.call(advanceCase, { caseId, stage: 'talk', outcome: 'new-plan', form: held });
    expect((await officer.call(getCase, { caseId })).current).toMatchObject({ key: 'plan' });
  });

  it('shows a photo when cleared, is not taken by the operator itself, and needs to have come back twice', async () => {
    const { caseId, clearing } = await called();
    const bare = await operator.ask(handleCase, { caseId: clearing, result: 'solved', words: '清走', photos: [] });
    expect(bare).toMatchObject({ error: { code: 'evidence-missing' } });
    const own = await operator.ask(advanceCase, { caseId, stage: 'call', outcome: 'cleared', ...cleared });
    expect(own).toMatchObject({ status: 403 });
    const once = await worker.ask(reportCase, { ...spot(), form: { times: 1 } });
    expect(once).toMatchObject({ error: { fields: [{ path: 'form.times', code: 'too-small' }] } });
  });
});
