import {
  advanceCase,
  checkCase,
  dispatchCase,
  getCase,
  listNotices,
  reportCase,
  returnCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

// A Friday evening: the promise runs over the weekend.
const friday = '2026-03-20T19:00:00+08:00';
let test: TestApp;
let boss: Caller;
let worker: Caller;
let dispatcher: Caller;
let housing: Caller;
let commander: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: friday });
  boss = await test.resident();
  worker = await test.staff('grid-worker', 'mall1');
  dispatcher = await test.staff('dispatcher', 'street');
  housing = await test.staff('unit-lead', 'street', 'housing');
  commander = await test.staff('commander', 'street');
});
afterAll(() => test.close());

const at = () => ({ ...test.street.area.mall1.point, crs: 'wgs84' as const, address: '' });
const need = () => ({
  typeCode: 'enterprise-need',
  words: '消防验收卡住，店开不了',
  form: { enterprise: '浦岸咖啡', kind: 'policy', contact: '王经理 13800001111' },
  place: at(),
  photos: [],
});
const toHousing = () => ({ kind: 'unit' as const, unitId: test.street.unit.housing.id });

/** The small street has no station: the desk gives it to housing, within the hour. */
async function asked(): Promise<string> {
  test.clock.set(friday);
  const { caseId } = await boss.call(reportCase, need());
  await dispatcher.call(dispatchCase, { caseId, to: toHousing() });
  await housing.call(takeCase, { caseId });
  return caseId;
}
const reply = (outcome: string, more = {}) => ({ stage: 'answer', outcome, form: { contacted: true }, ...more });

describe('a need of an enterprise', () => {
  it('is answered within twenty-four hours also at the weekend, and agreed to by who asked', async () => {
    const caseId = await asked();
    const { clocks } = await boss.call(getCase, { caseId });
    expect(clocks.find(({ name }) => name === 'handle')?.dueAt).toBe('2026-03-21T11:00:00.000Z');
    const answer = { caseId, ...reply('explained') };
    expect(await housing.ask(advanceCase, answer)).toMatchObject({ error: { code: 'words-needed' } });
    const words = '材料清单已发您，周一上午陪同办理。';
    expect(await housing.call(advanceCase, { ...answer, words })).toMatchObject({ state: 'handled' });
    expect(await housing.ask(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ ok: null });
    expect(await boss.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
  });

  it('that takes longer becomes a service with its unit and day', async () => {
    const caseId = await asked();
    const duties = [{ unitId: test.street.unit.housing.id, words: '协调物业腾出装卸区', handleBy: '2026-04-03' }];
    const { children } = await housing.call(advanceCase, {
      caseId,
      ...reply('service', { words: '两周内腾出装卸区', duties }),
    });
    const child = await housing.call(getCase, { caseId: children[0]?.caseId ?? '' });
    expect(child).toMatchObject({ typeCode: 'enterprise-service', parent: { id: caseId } });
    expect(child.clocks.find(({ name }) => name === 'handle')?.dueAt).toMatch(/^2026-04-03/);
  });

  it('is supervised and told to the commander on Saturday evening when nobody answered', async () => {
    const caseId = await asked();
    test.clock.set('2026-03-21T19:01:00+08:00');
    await test.settle();
    expect(await dispatcher.call(getCase, { caseId })).toMatchObject({ supervised: true });
    const { notices } = await commander.call(listNotices, {});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'case.escalated', nounId: caseId }));
  });

  it('can be sent back within two hours only, answered by nobody else, and hides the contact', async () => {
    const caseId = await asked();
    const police = await test.staff('unit-lead', 'street', 'police');
    expect(await police.ask(advanceCase, { caseId, ...reply('solved') })).toMatchObject({ status: 404 });
    expect(await boss.ask(advanceCase, { caseId, ...reply('solved') })).toMatchObject({ status: 403 });
    const stranger = await test.resident();
    expect(await stranger.ask(getCase, { caseId })).toMatchObject({ status: 404 });
    test.clock.set(friday);
    const late = await boss.call(reportCase, need());
    await dispatcher.call(dispatchCase, { caseId: late.caseId, to: toHousing() });
    test.clock.set('2026-03-20T21:01:00+08:00');
    const back = { caseId: late.caseId, reason: '不属本单位', rightUnitId: test.street.unit.police.id };
    expect(await housing.ask(returnCase, back)).toMatchObject({ error: { code: 'return-window-over' } });
  });
});

describe('a visit to an enterprise', () => {
  it('turns each need into a case and ends when all are answered', async () => {
    test.clock.set(friday);
    const { caseId } = await worker.call(reportCase, {
      typeCode: 'enterprise-visit',
      words: '走访浦岸咖啡总部',
      form: { enterprise: '浦岸咖啡', visitedOn: '2026-03-20', staff: 40 },
      place: at(),
      photos: [],
    });
    await dispatcher.call(dispatchCase, { caseId, to: toHousing() });
    await housing.call(takeCase, { caseId });
    const { children } = await housing.call(advanceCase, {
      caseId,
      stage: 'needs',
      outcome: 'needs',
      form: { summary: '经营平稳，缺装卸位' },
      duties: [{ unitId: test.street.unit.housing.id, words: '装卸位', handleBy: '2026-03-21' }],
    });
    const all = { caseId, stage: 'answered', outcome: 'all-answered' };
    expect(await housing.ask(advanceCase, all)).toMatchObject({ error: { code: 'children-open' } });
    const child = children[0]?.caseId ?? '';
    await housing.call(takeCase, { caseId: child });
    await housing.call(advanceCase, { caseId: child, ...reply('solved', { words: '已划一个装卸位' }) });
    // Who opened it stays silent for three working days: that agrees.
    test.clock.set('2026-03-26T09:00:00+08:00');
    await test.settle();
    expect(await housing.call(getCase, { caseId: child })).toMatchObject({ state: 'closed' });
    expect(await housing.call(advanceCase, all)).toMatchObject({ state: 'closed' });
  });

  it('gives talents the same promise', async () => {
    test.clock.set(friday);
    const { caseId } = await boss.call(reportCase, {
      typeCode: 'talent-need',
      words: '想申请人才公寓',
      form: { kind: 'home' },
      place: null,
      photos: [],
    });
    await dispatcher.call(dispatchCase, { caseId, to: toHousing() });
    const { clocks } = await boss.call(getCase, { caseId });
    expect(clocks.find(({ name }) => name === 'handle')?.dueAt).toBe('2026-03-21T11:00:00.000Z');
    const bare = await boss.ask(reportCase, {
      typeCode: 'talent-need',
      words: '咨询',
      form: {},
      place: null,
      photos: [],
    });
    expect(bare).toMatchObject({ error: { fields: [{ path: 'form.kind', code: 'required' }] } });
  });
});
