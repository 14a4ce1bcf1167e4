import { advanceCase, dispatchCase, getCase, reportCase, takeCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let worker: Caller;
let dispatcher: Caller;
let officer: Caller;
let second: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  worker = await test.staff('grid-worker', 'east1');
  dispatcher = await test.staff('dispatcher', 'street');
  // The small street has no urban management: the police stand in for the officers.
  officer = await test.staff('unit-handler', 'street', 'police');
  second = await test.staff('unit-lead', 'street', 'police');
});
afterAll(() => test.close());

const evidence = async () => ({
  typeCode: 'enforcement',
  words: '沿街店铺跨门经营占用盲道',
  form: { matter: 'shop', seenAt: '2026-03-16T08:10', device: '沿街球机07', party: '好味熟食店' },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [await worker.photo(20)],
});
const confirmed = { officer: '沪执0417', quality: 'clear', seen: '桌椅占用人行道约三米' };
const notice = {
  facts: '占用人行道经营',
  basis: '市容环境卫生管理条例',
  intended: '警告并责令改正',
  rights: '收到之日起五个工作日内可以陈述申辩',
  servedOn: '2026-03-18',
  way: 'handed',
};
const decision = { facts: '同告知', weighed: '已减轻', basis: '同告知', intended: '警告', rights: '60日内可申请复议' };

/** In the officer's hands, the evidence not yet confirmed. */
async function taken(): Promise<string> {
  test.clock.set(monday);
  const { caseId } = await worker.call(reportCase, await evidence());
  await dispatcher.call(dispatchCase, { caseId, to: { kind: 'unit', unitId: test.street.unit.police.id } });
  await officer.call(takeCase, { caseId });
  return caseId;
}
const step = (by: Caller, caseId: string, stage: string, outcome: string, more = {}) =>
  by.call(advanceCase, { caseId, stage, outcome, ...more });
const stageOf = async (caseId: string) => (await second.call(getCase, { caseId })).current;

/** Confirmed and served: the party may state and defend. */
async function inDefence(): Promise<string> {
  const caseId = await taken();
  await step(officer, caseId, 'confirm', 'confirmed', { form: confirmed });
  test.clock.set('2026-03-18T10:00:00+08:00');
  await step(officer, caseId, 'notice', 'served', { form: notice, photos: [await officer.photo(21)] });
  return caseId;
}

describe('off-site enforcement', () => {
  it('is confirmed, served, defended, decided by a second person with reasons, and filed by a person', async () => {
    const caseId = await inDefence();
    await step(officer, caseId, 'defence', 'stated', { form: { statement: '已主动收回' } });
    const decide = { caseId, stage: 'decide', outcome: 'warning', form: decision, words: '首次、已改正' };
    const same = await officer.ask(advanceCase, decide);
    expect(same).toMatchObject({ status: 409, error: { code: 'second-person-needed' } });
    await second.call(advanceCase, decide);
    const photos = [await officer.photo(22)];
    await step(officer, caseId, 'serve', 'served', { form: { servedOn: '2026-03-25', way: 'handed' }, photos });
    // 60 days after 25 March is Sunday 24 May: the next working day.
    expect(await stageOf(caseId)).toMatchObject({ key: 'remedy', dueAt: expect.stringMatching(/^2026-05-25/) });
    await step(officer, caseId, 'remedy', 'not-asked');
    const done = await step(officer, caseId, 'close', 'warning', { form: { performed: true } });
    expect(done).toMatchObject({ state: 'closed' });
  });

  it('asks for no proof of service where nothing was served, only why', async () => {
    const caseId = await taken();
    await step(officer, caseId, 'confirm', 'confirmed', { form: confirmed });
    const missed = { caseId, stage: 'notice', outcome: 'not-served' };
    expect(await officer.ask(advanceCase, missed)).toMatchObject({ error: { code: 'words-needed' } });
    await officer.call(advanceCase, { ...missed, words: '店门关着' });
    expect(await stageOf(caseId)).toMatchObject({ key: 'notice' });
    // Served, it needs all of it still.
    const served = { caseId, stage: 'notice', outcome: 'served' };
    expect(await officer.ask(advanceCase, served)).toMatchObject({ status: 400 });
    expect(await officer.ask(advanceCase, { ...served, form: notice })).toMatchObject({
      error: { code: 'evidence-missing' },
    });
    const fine = await officer.call(advanceCase, { caseId, stage: 'notice', outcome: 'dropped', words: '不属本队' });
    expect(fine).toMatchObject({ state: 'closed' });
  });

  it('is dropped where the evidence is not good enough, with reasons', async () => {
    const caseId = await taken();
    const dropped = { caseId, stage: 'confirm', outcome: 'dropped', form: { ...confirmed, quality: 'unclear' } };
    expect(await officer.ask(advanceCase, dropped)).toMatchObject({ error: { code: 'words-needed' } });
    const after = await officer.call(advanceCase, { ...dropped, words: '车牌看不清' });
    expect(after).toMatchObject({ state: 'closed' });
  });

  it('is never decided by a machine: silence leads to a person, and so does the end of the time for review', async () => {
    const caseId = await inDefence();
    // The fifth working day after 18 March runs to the evening of the 25th.
    test.clock.set('2026-03-25T10:00:00+08:00');
    await test.settle();
    expect(await stageOf(caseId)).toMatchObject({ key: 'defence' });
    test.clock.set('2026-03-26T10:00:00+08:00');
    await test.settle();
    expect(await second.call(getCase, { caseId })).toMatchObject({ state: 'in-hand', current: { key: 'decide' } });
    await step(second, caseId, 'decide', 'penalty', { form: { ...decision, amount: 20000 }, words: '拒不改正' });
    const photos = [await officer.photo(23)];
    await step(officer, caseId, 'serve', 'served', { form: { servedOn: '2026-03-27', way: 'post' }, photos });
    test.clock.set('2026-05-28T10:00:00+08:00');
    await test.settle();
    expect(await second.call(getCase, { caseId })).toMatchObject({ state: 'in-hand', current: { key: 'close' } });
  });

  it('rings when nobody looked at the evidence in five working days', async () => {
    const caseId = await taken();
    test.clock.set('2026-03-23T17:31:00+08:00');
    await test.settle();
    const { stages } = await second.call(getCase, { caseId });
    expect(stages[0]).toMatchObject({ key: 'confirm', overdue: true });
  });

  it('needs evidence and proof of service, names every right, and is not for residents or neighbours', async () => {
    const bare = await worker.ask(reportCase, { ...(await evidence()), photos: [] });
    expect(bare).toMatchObject({ error: { code: 'evidence-missing' } });
    const resident = await test.resident();
    const own = await resident.ask(reportCase, { ...(await evidence()), photos: [await resident.photo(24)] });
    expect(own).toMatchObject({ status: 403, error: { code: 'reporter-not-allowed' } });
    const caseId = await taken();
    expect(await resident.ask(getCase, { caseId })).toMatchObject({ status: 404 });
    await step(officer, caseId, 'confirm', 'confirmed', { form: confirmed });
    const { rights: _rights, ...without } = notice;
    const half = await officer.ask(advanceCase, { caseId, stage: 'notice', outcome: 'served', form: without });
    expect(half).toMatchObject({ error: { fields: [{ path: 'form.rights', code: 'required' }] } });
    const unproved = await officer.ask(advanceCase, { caseId, stage: 'notice', outcome: 'served', form: notice });
    expect(unproved).toMatchObject({ error: { code: 'evidence-missing' } });
  });
});
