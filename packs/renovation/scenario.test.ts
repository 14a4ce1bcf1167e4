import { advanceCase, checkCase, getCase, handleCase, reportCase, takeCase } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let owner: Caller;
let firm: Caller;
let inspector: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  owner = await test.resident();
  firm = await test.staff('unit-lead', 'east', 'firm');
  inspector = await test.staff('unit-handler', 'east', 'firm');
});
afterAll(() => test.close());

const filing = async () => ({
  typeCode: 'renovation',
  words: '三月底开始装修，附图纸',
  form: {
    room: '3号502室',
    from: '2026-03-25',
    until: '2026-06-30',
    company: '晨居装饰',
    works: ['pipes', 'waterproof'],
    rulesAccepted: true,
  },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [await owner.photo(13)],
});
const step = (by: Caller, caseId: string, stage: string, outcome: string, more = {}) =>
  by.call(advanceCase, { caseId, stage, outcome, ...more });

/** Filed by the firm, deposit noted, neighbours told with the rubble booked: works have begun. */
async function begun(): Promise<{ caseId: string; waste: string }> {
  test.clock.set(monday);
  const { caseId, holder } = await owner.call(reportCase, await filing());
  expect(holder).toBe('安居物业');
  await firm.call(takeCase, { caseId });
  await step(firm, caseId, 'review', 'filed');
  await step(firm, caseId, 'deposit', 'noted', { form: { amount: 200000, receipt: '收据2026-118' } });
  const { children } = await step(firm, caseId, 'neighbours', 'told', {
    form: { toldOn: '2026-03-18', homes: 6 },
    photos: [await firm.photo(14)],
    duties: [{ unitId: test.street.unit.firm.id, words: '清运装修垃圾两车', handleBy: '2026-03-27' }],
  });
  return { caseId, waste: children[0]?.caseId ?? '' };
}
const seen = (phase: string) => ({ phase, found: '按图施工' });

describe('a renovation', () => {
  it('is filed, inspected at its stages, signed off by a second person, and the deposit comes back', async () => {
    const { caseId, waste } = await begun();
    const photos = [await inspector.photo(15)];
    await step(firm, caseId, 'works', 'fine', { form: seen('hidden'), photos });
    await step(firm, caseId, 'works', 'defect', { form: seen('waterproof'), photos, words: '闭水试验没做' });
    await step(owner, caseId, 'rectify', 'put-right');
    await step(firm, caseId, 'works', 'finished', { form: seen('final'), photos });
    const sign = {
      caseId,
      stage: 'signoff',
      outcome: 'passed',
      form: { signedOn: '2026-06-28', state: '合格' },
      photos,
    };
    const self = await firm.ask(advanceCase, sign);
    expect(self).toMatchObject({ status: 409, error: { code: 'second-person-needed' } });
    const early = await inspector.ask(advanceCase, sign);
    expect(early).toMatchObject({ status: 409, error: { code: 'children-open' } });
    await firm.call(handleCase, { caseId: waste, result: 'solved', words: '已清运', photos: [await firm.photo(16)] });
    const checker = await test.staff('checker', 'street');
    const { state } = await firm.call(getCase, { caseId: waste });
    if (state === 'handled') await checker.call(checkCase, { caseId: waste, pass: true, photos: [] });
    await inspector.call(advanceCase, sign);
    const form = { returned: 200000, returnedOn: '2026-07-01' };
    expect(await step(firm, caseId, 'deposit-back', 'whole', { form })).toMatchObject({ state: 'closed' });
    const told = await owner.call(getCase, { caseId });
    expect(told.stages.find(({ key }) => key === 'signoff')?.told?.zh).toContain('验收');
    // The owner reads what was noted for the owner, and not who was told how.
    const formOf = (key: string) => told.stages.find((stage) => stage.key === key)?.form;
    expect(formOf('deposit')).toEqual({ amount: 200000, receipt: '收据2026-118' });
    expect(formOf('deposit-back')).toEqual(form);
    expect(formOf('neighbours')).toEqual({});
    // Whose filing it is reads that, not who only joined.
    const joined = await test.resident();
    await test.app.database.asSystem((db) =>
      sql`update cases set reporter_id = ${joined.accountId} where id = ${caseId}`.execute(db),
    );
    const { stages, reporter } = await owner.call(getCase, { caseId });
    expect([reporter.mine, stages.find(({ key }) => key === 'deposit')?.form]).toEqual([true, {}]);
  });

  it('keeps back a part of the deposit only with reasons', async () => {
    const { caseId, waste } = await begun();
    const photos = [await inspector.photo(17)];
    await step(firm, caseId, 'works', 'finished', { form: seen('final'), photos });
    await firm.call(handleCase, { caseId: waste, result: 'solved', words: '已清运', photos });
    const checker = await test.staff('checker', 'street');
    const { state } = await firm.call(getCase, { caseId: waste });
    if (state === 'handled') await checker.call(checkCase, { caseId: waste, pass: true, photos: [] });
    const form = { signedOn: '2026-06-28', state: '墙面有损' };
    await inspector.call(advanceCase, { caseId, stage: 'signoff', outcome: 'passed', form, photos });
    const part = {
      caseId,
      stage: 'deposit-back',
      outcome: 'part',
      form: { returned: 150000, returnedOn: '2026-07-01' },
    };
    expect(await firm.ask(advanceCase, part)).toMatchObject({ error: { code: 'words-needed' } });
    expect(await firm.call(advanceCase, { ...part, words: '修补公共墙面五百元' })).toMatchObject({ state: 'closed' });
  });

  it('rings when the drawings were not looked at in three working days', async () => {
    test.clock.set(monday);
    const { caseId } = await owner.call(reportCase, await filing());
    await firm.call(takeCase, { caseId });
    test.clock.set('2026-03-19T17:31:00+08:00');
    await test.settle();
    const { stages } = await firm.call(getCase, { caseId });
    expect(stages[0]).toMatchObject({ key: 'review', overdue: true });
  });

  it('needs drawings and accepted rules, waits for papers without giving up, and is seen by no neighbour', async () => {
    test.clock.set(monday);
    const plain = { ...(await filing()), photos: [] };
    expect(await owner.ask(reportCase, plain)).toMatchObject({ error: { code: 'evidence-missing' } });
    const { rulesAccepted: _rules, ...without } = (await filing()).form;
    const bare = await owner.ask(reportCase, { ...(await filing()), form: without });
    expect(bare).toMatchObject({ error: { fields: [{ path: 'form.rulesAccepted', code: 'required' }] } });
    const { caseId } = await owner.call(reportCase, await filing());
    await firm.call(takeCase, { caseId });
    await step(firm, caseId, 'review', 'more', { words: '请补水电图' });
    test.clock.set('2026-05-18T10:00:00+08:00');
    await test.settle();
    expect(await owner.call(getCase, { caseId })).toMatchObject({ state: 'in-hand' });
    await step(owner, caseId, 'complete', 'added', { photos: [await owner.photo(18)] });
    const neighbour = await test.resident();
    expect(await neighbour.ask(getCase, { caseId })).toMatchObject({ status: 404 });
  });
});
