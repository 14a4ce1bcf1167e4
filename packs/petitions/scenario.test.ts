import {
  advanceCase,
  dispatchCase,
  findPublicUnits,
  getCase,
  getProcedureFigures,
  grantSealed,
  listCases,
  noteCase,
  rateCase,
  reportCase,
  returnCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let head: Caller;
let second: Caller;
let third: Caller;
let police: Caller;
let housing: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  head = await test.staff('duty-chief', 'street');
  second = await test.staff('duty-chief', 'street');
  third = await test.staff('duty-chief', 'street');
  police = await test.staff('unit-lead', 'street', 'police');
  housing = await test.staff('unit-lead', 'street', 'housing');
});
afterAll(() => test.close());

const petition = () => ({
  typeCode: 'petition',
  words: '反映房屋征收补偿答复前后不一',
  form: { class: 'claim', matter: 'housing', request: '请书面说明补偿依据', accused: test.street.unit.housing.id },
  place: null,
  photos: [],
});
const accepted = { acceptedOn: '2026-03-18', leadOfficial: '周副主任', noInterest: true, route: 'opinion' };
const opinion = {
  request: '书面说明依据',
  facts: '两次答复口径不同',
  opinion: '更正并书面说明',
  basis: '信访工作条例',
};
const to = () => ({ kind: 'unit' as const, unitId: test.street.unit.police.id });

async function taken(): Promise<string> {
  test.clock.set(monday);
  const { caseId } = await resident.call(reportCase, petition());
  await head.call(dispatchCase, { caseId, to: to() });
  await police.call(takeCase, { caseId });
  return caseId;
}
const step = (by: Caller, caseId: string, stage: string, outcome: string, more = {}) =>
  by.call(advanceCase, { caseId, stage, outcome, ...more });
const dueDay = async (caseId: string) => (await head.call(getCase, { caseId })).current?.dueAt?.slice(0, 10);

async function served(): Promise<string> {
  const caseId = await taken();
  test.clock.set('2026-03-18T10:00:00+08:00');
  await step(police, caseId, 'notify', 'accepted', { form: accepted });
  await step(police, caseId, 'investigate', 'opinion', { form: { findings: '调阅两次答复' } });
  await step(police, caseId, 'opinion', 'support', { form: opinion });
  await step(head, caseId, 'sign', 'signed');
  const photos = [await police.photo(6)];
  await step(police, caseId, 'serve', 'served', { form: { servedOn: '2026-03-20', way: 'handed' }, photos });
  return caseId;
}

describe('a petition', () => {
  it('runs by the clocks of the law: 15, 15, 60 and 30 more days', async () => {
    test.clock.set(monday);
    const { caseId } = await resident.call(reportCase, petition());
    const { clocks } = await head.call(getCase, { caseId });
    // 15 calendar days after the day of receipt.
    expect(clocks.find(({ name }) => name === 'dispatch')?.dueAt).toMatch(/^2026-03-31/);
    await head.call(dispatchCase, { caseId, to: to() });
    await police.call(takeCase, { caseId });
    expect(await dueDay(caseId)).toBe('2026-03-31');
    await step(police, caseId, 'notify', 'accepted', { form: accepted });
    // 60 days after 18 March is Sunday 17 May: the next working day.
    expect(await dueDay(caseId)).toBe('2026-05-18');
    const findings = { findings: '需调取区级档案' };
    await step(police, caseId, 'investigate', 'longer', { form: findings, words: '档案在区档案馆' });
    await step(head, caseId, 'extension', 'granted', { words: '同意延长三十日' });
    // 90 days after 18 March.
    expect(await dueDay(caseId)).toBe('2026-06-16');
    await step(police, caseId, 'investigate-longer', 'opinion', { form: findings });
    expect(await dueDay(caseId)).toBe('2026-06-16');
  });

  it('is closed by a person when thirty days pass without a request for review', async () => {
    const caseId = await served();
    test.clock.set('2026-04-19T10:00:00+08:00');
    await test.settle();
    expect(await head.call(getCase, { caseId })).toMatchObject({ current: { key: 'review-window' } });
    test.clock.set('2026-04-21T10:00:00+08:00');
    await test.settle();
    expect(await head.call(getCase, { caseId })).toMatchObject({ state: 'in-hand', current: { key: 'close' } });
    const done = await step(police, caseId, 'close', 'supported', { form: { filed: true, once: true } });
    expect(done).toMatchObject({ state: 'closed' });
    await resident.call(rateCase, { caseId, rating: 4 });
  });

  it('goes to review and re-check, each by somebody who has not decided before', async () => {
    const caseId = await served();
    await step(resident, caseId, 'review-window', 'review', { words: '没有说明标准' });
    const review = { caseId, stage: 'review', outcome: 'upheld', form: { organ: '区信访办', ...opinion } };
    const same = await head.ask(advanceCase, review);
    expect(same).toMatchObject({ status: 409, error: { code: 'second-person-needed' } });
    await second.call(advanceCase, review);
    const photos = [await police.photo(7)];
    await step(police, caseId, 'serve-review', 'served', { form: { servedOn: '2026-04-10', way: 'post' }, photos });
    await step(resident, caseId, 'recheck-window', 'recheck', { words: '仍不服' });
    const recheck = { ...review, stage: 'recheck' };
    expect(await second.ask(advanceCase, recheck)).toMatchObject({ error: { code: 'second-person-needed' } });
    await third.call(advanceCase, recheck);
    await step(police, caseId, 'serve-recheck', 'served', { form: { servedOn: '2026-05-08', way: 'post' }, photos });
    const done = await step(police, caseId, 'close', 'explained', { form: { filed: true } });
    expect(done).toMatchObject({ state: 'closed' });
    const again = await resident.call(getCase, { caseId });
    expect(again.can).not.toContain('reopen');
  });

  it('is never shown or given to the unit it is about, nor to the desk, neighbours or lists', async () => {
    test.clock.set(monday);
    const { caseId } = await resident.call(reportCase, petition());
    expect(await housing.ask(getCase, { caseId })).toMatchObject({ status: 404 });
    const wrong = await head.ask(dispatchCase, {
      caseId,
      to: { kind: 'unit', unitId: test.street.unit.housing.id },
    });
    expect(wrong).toMatchObject({ status: 409, error: { code: 'about-cannot-handle' } });
    for (const role of ['dispatcher', 'checker', 'commander', 'grid-leader'] as const) {
      const other = await test.staff(role, 'street');
      expect(await other.ask(getCase, { caseId }), role).toMatchObject({ status: 404 });
      const { cases } = await other.call(listCases, {});
      expect(
        cases.map(({ id }) => id),
        role,
      ).not.toContain(caseId);
    }
    const seen = await head.call(getCase, { caseId });
    expect(seen.watermark).toContain('值班长');
  });

  it('is registered and passed on by the petition desk, which may be let in by name; never when it is about that desk', async () => {
    test.clock.set(monday);
    const admin = await test.staff('system-admin', 'street');
    const clerk = await test.staff('dispatcher', 'street', 'police');
    const { caseId } = await resident.call(reportCase, petition());
    expect(await clerk.ask(getCase, { caseId })).toMatchObject({ status: 404 });
    await admin.call(grantSealed, { postId: clerk.postId ?? '', sealed: true });
    expect((await clerk.call(getCase, { caseId })).watermark).toContain('派遣员');
    await clerk.call(dispatchCase, { caseId, to: { kind: 'unit', unitId: test.street.unit.greening.id } });
    const form = { ...petition().form, accused: test.street.unit.police.id };
    const about = await resident.call(reportCase, { ...petition(), form });
    expect(await clerk.ask(getCase, { caseId: about.caseId })).toMatchObject({ status: 404 });
    await admin.call(grantSealed, { postId: clerk.postId ?? '', sealed: false });
    expect(await clerk.ask(getCase, { caseId })).toMatchObject({ status: 404 });
  });

  it('shows a committee that wrote one down no more than whoever asked', async () => {
    test.clock.set(monday);
    const secretary = await test.staff('committee-secretary', 'east');
    const { caseId } = await secretary.call(reportCase, petition());
    await head.call(dispatchCase, { caseId, to: to() });
    await police.call(takeCase, { caseId });
    await step(police, caseId, 'notify', 'accepted', { form: accepted });
    await police.call(noteCase, { caseId, words: '约谈过当事科室' });
    const mine = await secretary.call(getCase, { caseId });
    expect(JSON.stringify(await head.call(getCase, { caseId }))).toContain('约谈过当事科室');
    expect(JSON.stringify(mine)).not.toContain('约谈过当事科室');
    expect(mine.stages[0]).toMatchObject({ state: 'done', dueAt: null, by: '' });
  });

  it('names the unit from a list everybody may read, by name only', async () => {
    const { units } = await resident.call(findPublicUnits, {});
    expect(units).toContainEqual({
      id: test.street.unit.housing.id,
      name: test.street.unit.housing.name,
      kind: 'department',
    });
  });

  it('stands in the backlog with the official in charge, for those who may see petitions', async () => {
    const caseId = await taken();
    await step(police, caseId, 'notify', 'accepted', { form: accepted });
    test.clock.set('2026-04-20T10:00:00+08:00');
    const asked = { typeCode: 'petition', from: '2026-03-01', until: '2026-04-20' };
    const { backlog } = await head.call(getProcedureFigures, asked);
    expect(backlog.find(({ unitId }) => unitId === test.street.unit.police.id)?.officials).toEqual(['周副主任']);
    const commander = await test.staff('commander', 'street');
    expect((await commander.ask(getProcedureFigures, asked)).status).toBe(403);
  });

  it('may be objected to once within five working days, and rings when nobody was told in fifteen days', async () => {
    test.clock.set(monday);
    const { caseId } = await resident.call(reportCase, petition());
    await head.call(dispatchCase, { caseId, to: to() });
    const back = { caseId, reason: '不属派出所职责', rightUnitId: test.street.unit.greening.id };
    await police.call(returnCase, back);
    await head.call(dispatchCase, { caseId, to: to() });
    expect(await police.ask(returnCase, back)).toMatchObject({ error: { code: 'returns-used-up' } });
    await police.call(takeCase, { caseId });
    test.clock.set('2026-04-01T10:00:00+08:00');
    await test.settle();
    const { stages } = await head.call(getCase, { caseId });
    expect(stages[0]).toMatchObject({ key: 'notify', overdue: true });
  });

  it('names five representatives at most, and its opinion every field of the law', async () => {
    const many = await resident.ask(reportCase, { ...petition(), form: { ...petition().form, representatives: 6 } });
    expect(many).toMatchObject({ error: { fields: [{ path: 'form.representatives', code: 'too-big' }] } });
    const caseId = await taken();
    await step(police, caseId, 'notify', 'accepted', { form: accepted });
    await step(police, caseId, 'investigate', 'opinion', { form: { findings: '已查' } });
    const bare = await police.ask(advanceCase, { caseId, stage: 'opinion', outcome: 'support' });
    expect(bare.error?.fields?.map(({ path }) => path)).toEqual([
      'form.request',
      'form.facts',
      'form.opinion',
      'form.basis',
    ]);
    await step(police, caseId, 'opinion', 'support', { form: opinion });
    const self = await police.ask(advanceCase, { caseId, stage: 'sign', outcome: 'signed' });
    expect(self).toMatchObject({ status: 403 });
  });
});
