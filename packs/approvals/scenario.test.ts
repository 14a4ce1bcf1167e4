import { advanceCase, finishPart, getCase, noteCase, reportCase, splitCase, takeCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let applicant: Caller;
let committee: Caller;
let police: Caller;
let greening: Caller;
let chief: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  applicant = await test.resident();
  committee = await test.staff('unit-lead', 'east', 'committee');
  police = await test.staff('unit-lead', 'street', 'police');
  greening = await test.staff('unit-lead', 'street', 'greening');
  chief = await test.staff('duty-chief', 'street');
});
afterAll(() => test.close());

const place = () => ({ ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' });
const returning = () => ({
  typeCode: 'return-to-work',
  words: '装修工地停工整改后申请复工',
  form: {
    enterprise: '晨居装饰',
    creditCode: '91310115MA1H7K2B0A',
    people: 12,
    startOn: '2026-03-20',
    measures: '动火作业全程看护',
    contact: '赵工 13900002222',
    promise: true,
  },
  place: place(),
  photos: [],
});
const event = () => ({
  typeCode: 'site-event',
  words: '周末在东园广场办邻里市集',
  form: {
    organiser: '东园居民自治组',
    from: '2026-03-28T09:00',
    until: '2026-03-28T16:00',
    people: 300,
    plan: '摊位三十个，保安六人',
    contact: '孙老师 13900003333',
  },
  place: place(),
  photos: [],
});
const inspected = { inspectedAt: '2026-03-16T14:00', found: '灭火器已配，通道畅通' };
const answer = { decision: '同意自三月二十日起复工', basis: '安全检查合格', remedy: '可在60日内申请行政复议' };
const units = () => ({
  committee: test.street.unit.committee.id,
  police: test.street.unit.police.id,
  greening: test.street.unit.greening.id,
});

/** Inspected by the committee, found fit, the force formed: standing at the decision. */
async function deciding(report: ReturnType<typeof returning> | ReturnType<typeof event>): Promise<string> {
  test.clock.set(monday);
  const { caseId, holder } = await applicant.call(reportCase, report);
  expect(holder).toBe('东园居委会');
  await committee.call(takeCase, { caseId });
  const photos = [await committee.photo(10)];
  await committee.call(advanceCase, { caseId, stage: 'inspect', outcome: 'fit', form: inspected, photos });
  const parts = [
    { unitId: units().committee, lead: true },
    { unitId: units().police, lead: false },
    { unitId: units().greening, lead: false },
  ];
  await committee.call(splitCase, { caseId, parts });
  return caseId;
}

describe('an approval', () => {
  it('is decided by departments together and answered by somebody who did not inspect', async () => {
    const caseId = await deciding(returning());
    // Neither agreed nor refused is no answer here.
    expect(await greening.ask(finishPart, { caseId })).toMatchObject({ error: { code: 'outcome-unknown' } });
    await greening.call(finishPart, { caseId, answer: 'agree' });
    const early = await committee.ask(advanceCase, { caseId, stage: 'decide', outcome: 'all-said' });
    expect(early).toMatchObject({ error: { code: 'parts-unfinished' } });
    await police.call(finishPart, { caseId, answer: 'agree', words: '同意' });
    await committee.call(advanceCase, { caseId, stage: 'decide', outcome: 'all-said' });
    const final = { caseId, stage: 'answer', outcome: 'approved', form: answer };
    expect(await committee.ask(advanceCase, final)).toMatchObject({ status: 403 });
    expect(await chief.call(advanceCase, final)).toMatchObject({ state: 'closed' });
    const mine = await applicant.call(getCase, { caseId });
    expect(mine.stages.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'inspect done',
      'correct skipped',
      'decide done',
      'answer done',
    ]);
    expect(mine.stages.at(-1)).toMatchObject({ outcome: { key: 'approved' }, form: answer, by: '' });
    expect(mine.stages[2]).toMatchObject({ outcome: null, form: {} });
  });

  it('keeps what colleagues say from a firm that applies, as from everybody who does', async () => {
    const firm = await test.staff('unit-lead', 'street', 'firm');
    const { caseId } = await firm.call(reportCase, returning());
    await committee.call(takeCase, { caseId });
    await committee.call(noteCase, { caseId, words: '去年整改拖了半年' });
    expect(JSON.stringify(await committee.call(getCase, { caseId }))).toContain('去年整改拖了半年');
    expect(JSON.stringify(await firm.call(getCase, { caseId }))).not.toContain('去年整改拖了半年');
  });

  it('is decided in order where its kind says so', async () => {
    const caseId = await deciding(event());
    const early = await greening.ask(finishPart, { caseId, answer: 'agree' });
    expect(early).toMatchObject({ status: 409, error: { code: 'part-not-yet' } });
    await police.call(finishPart, { caseId, answer: 'agree' });
    await greening.call(finishPart, { caseId, answer: 'refuse', words: '当天有绿化养护' });
    await committee.call(advanceCase, { caseId, stage: 'decide', outcome: 'all-said' });
    const refusal = { caseId, stage: 'answer', outcome: 'refused', form: answer };
    expect(await chief.ask(advanceCase, refusal)).toMatchObject({ error: { code: 'words-needed' } });
    await chief.call(advanceCase, { ...refusal, words: '换到四月第一周可以' });
    expect(await applicant.call(getCase, { caseId })).toMatchObject({ state: 'closed', result: 'not-possible' });
  });

  it('rings for a department that is late, and never gives up what the applicant must put right', async () => {
    const caseId = await deciding(returning());
    test.clock.set('2026-03-18T17:31:00+08:00');
    await test.settle();
    const { parts } = await chief.call(getCase, { caseId });
    expect(parts.filter(({ overdue }) => overdue).map(({ unitName }) => unitName)).toEqual(['派出所', '绿化市容所']);

    test.clock.set(monday);
    const slow = (await applicant.call(reportCase, returning())).caseId;
    await committee.call(takeCase, { caseId: slow });
    const photos = [await committee.photo(11)];
    const fault = { caseId: slow, stage: 'inspect', outcome: 'correct', form: inspected, photos };
    await committee.call(advanceCase, { ...fault, words: '缺两具灭火器' });
    test.clock.set('2026-06-16T10:00:00+08:00');
    await test.settle();
    const waiting = await committee.call(getCase, { caseId: slow });
    expect(waiting).toMatchObject({ state: 'in-hand', current: { key: 'correct', dueAt: null } });
    const read = await applicant.call(getCase, { caseId: slow });
    expect(read.story.find(({ kind }) => kind === 'advance')).toMatchObject({ words: '缺两具灭火器' });
    await applicant.call(advanceCase, { caseId: slow, stage: 'correct', outcome: 'corrected' });
    expect((await committee.call(getCase, { caseId: slow })).current?.key).toBe('inspect');
  });

  it('needs every part of the application, a photo of the inspection, and a department besides the lead', async () => {
    test.clock.set(monday);
    const { creditCode: _code, ...without } = returning().form;
    const bare = await applicant.ask(reportCase, { ...returning(), form: without });
    expect(bare).toMatchObject({ error: { fields: [{ path: 'form.creditCode', code: 'required' }] } });
    const { caseId } = await applicant.call(reportCase, returning());
    await committee.call(takeCase, { caseId });
    const inspect = { caseId, stage: 'inspect', outcome: 'fit', form: inspected };
    expect(await committee.ask(advanceCase, inspect)).toMatchObject({ error: { code: 'evidence-missing' } });
    await committee.call(advanceCase, { ...inspect, photos: [await committee.photo(12)] });
    const alone = await committee.ask(advanceCase, { caseId, stage: 'decide', outcome: 'all-said' });
    expect(alone).toMatchObject({ error: { code: 'parts-missing' } });
  });
});
