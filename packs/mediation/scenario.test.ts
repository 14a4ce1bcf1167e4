import { advanceCase, getCase, handleCase, listMyCases, openChildCase, reportCase, takeCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let committee: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  committee = await test.staff('unit-lead', 'east', 'committee');
});
afterAll(() => test.close());

const apply = (kind = 'neighbour') => ({
  typeCode: 'mediation',
  words: '楼上漏水泡坏吊顶，赔多少谈不拢',
  form: { kind, applicants: 'one', otherParty: '五楼王先生', claim: '赔偿吊顶修理费', online: true },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
const step = (caseId: string, stage: string, outcome: string, more = {}) =>
  committee.call(advanceCase, { caseId, stage, outcome, ...more });
const current = async (caseId: string) => (await committee.call(getCase, { caseId })).current;

/** Taken up by the committee's mediators, rights told, standing at the first session. */
async function inSession(): Promise<string> {
  test.clock.set(monday);
  const { caseId } = await resident.call(reportCase, apply());
  await committee.call(takeCase, { caseId });
  await step(caseId, 'accept', 'accepted', { form: { mediator: '陈老师', chosenBy: 'matched' } });
  const form = { startedOn: '2026-03-17', firstSession: '2026-03-17T19:00', way: 'online', rightsTold: true };
  await step(caseId, 'inform', 'agreed', { form });
  return caseId;
}
const minutes = { heldAt: '2026-03-17T19:00', minutes: '双方陈述，愿意分担' };
const agreement = {
  parties: '甲方四楼李女士，乙方五楼王先生',
  facts: '三月一日五楼软管爆裂，水流至四楼',
  disputed: '吊顶修理费由谁承担',
  liabilities: '乙方承担七成',
  content: '乙方支付吊顶修理费三千五百元',
  manner: '一次转账',
  performBy: '2026-04-10',
  amount: 350000,
  signedOn: '2026-03-20',
  copies: 3,
};
const duties = () => [{ unitId: test.street.unit.committee.id, words: '转账三千五百元', handleBy: '2026-04-10' }];

describe('mediation', () => {
  it('ends in a signed agreement, whose promise is followed to its day and filed', async () => {
    const caseId = await inSession();
    await step(caseId, 'session', 'again', { form: minutes });
    await step(caseId, 'session', 'written', { form: minutes });
    const photos = [await committee.photo(8)];
    const { children } = await step(caseId, 'agreement', 'signed', { form: agreement, photos, duties: duties() });
    // 30 days from signing on 20 March is Sunday 19 April: the next working day.
    expect(await current(caseId)).toMatchObject({ key: 'confirm', dueAt: expect.stringMatching(/^2026-04-20/) });
    await resident.call(advanceCase, { caseId, stage: 'confirm', outcome: 'asked', form: { court: '区人民法院' } });
    const called = { calledOn: '2026-04-11', visitNote: '已收到转账' };
    const early = await committee.ask(advanceCase, {
      caseId,
      stage: 'follow-up',
      outcome: 'performed',
      form: called,
    });
    expect(early).toMatchObject({ status: 409, error: { code: 'children-open' } });
    const promise = children[0]?.caseId ?? '';
    await committee.call(handleCase, {
      caseId: promise,
      result: 'solved',
      words: '已转账',
      photos: [],
      form: { performedOn: '2026-04-09' },
    });
    await step(caseId, 'follow-up', 'performed', { form: called });
    const papers = ['application', 'rights', 'identity', 'minutes', 'agreement', 'performance', 'cover'];
    expect(await step(caseId, 'file', 'agreed', { form: { papers } })).toMatchObject({ state: 'closed' });
    const { cases } = await resident.call(listMyCases, {});
    expect(cases).toContainEqual(expect.objectContaining({ id: caseId, state: 'closed' }));
  });

  it('goes on by itself when nobody asks the court within thirty days', async () => {
    const caseId = await inSession();
    await step(caseId, 'session', 'written', { form: minutes });
    await step(caseId, 'agreement', 'signed', { form: agreement, photos: [await committee.photo(9)] });
    test.clock.set('2026-04-20T09:00:00+08:00');
    await test.settle();
    expect(await current(caseId)).toMatchObject({ key: 'confirm' });
    test.clock.set('2026-04-21T09:00:00+08:00');
    await test.settle();
    expect(await current(caseId)).toMatchObject({ key: 'follow-up' });
    const { stages } = await committee.call(getCase, { caseId });
    expect(stages.find(({ key }) => key === 'confirm')).toMatchObject({
      overdue: false,
      outcome: { key: 'not-asked' },
    });
  });

  it('is ended by either side refusing, with words, and told the other ways', async () => {
    const caseId = await inSession();
    const refused = { caseId, stage: 'session', outcome: 'refused', form: minutes };
    expect(await committee.ask(advanceCase, refused)).toMatchObject({ error: { code: 'words-needed' } });
    await committee.call(advanceCase, { ...refused, words: '对方不愿继续，可向法院起诉' });
    const papers = ['application', 'rights', 'identity', 'minutes', 'cover'];
    const done = await step(caseId, 'file', 'not-agreed', { form: { papers }, words: '可向法院起诉' });
    expect(done).toMatchObject({ state: 'closed' });
    expect(await resident.call(getCase, { caseId })).toMatchObject({ result: 'not-possible' });
  });

  it('asks for every field of an agreement and the signed paper, and rings after a month of sessions', async () => {
    const caseId = await inSession();
    await step(caseId, 'session', 'written', { form: minutes });
    const { manner: _manner, ...without } = agreement;
    const bare = await committee.ask(advanceCase, { caseId, stage: 'agreement', outcome: 'signed', form: without });
    expect(bare).toMatchObject({ status: 400, error: { fields: [{ path: 'form.manner', code: 'required' }] } });
    const unsigned = await committee.ask(advanceCase, {
      caseId,
      stage: 'agreement',
      outcome: 'signed',
      form: agreement,
    });
    expect(unsigned).toMatchObject({ status: 409, error: { code: 'evidence-missing' } });
    const slow = await inSession();
    test.clock.set('2026-04-17T09:00:00+08:00');
    await test.settle();
    const { stages } = await committee.call(getCase, { caseId: slow });
    expect(stages.find(({ key }) => key === 'session')).toMatchObject({ overdue: true });
  });

  it('keeps what the parties said from everybody else', async () => {
    const caseId = await inSession();
    await step(caseId, 'session', 'again', { form: minutes });
    const other = await test.resident();
    expect(await other.ask(getCase, { caseId })).toMatchObject({ status: 404 });
    const mine = await resident.call(getCase, { caseId });
    expect(JSON.stringify(mine.stages)).not.toContain('愿意分担');
    expect(mine.stages.find(({ key }) => key === 'session')?.told?.zh).toContain('随时');
  });
});

describe('a corner talk', () => {
  it('is one talk with the committee, or advice to apply for mediation', async () => {
    test.clock.set(monday);
    const { caseId, holder } = await resident.call(reportCase, {
      ...apply(),
      typeCode: 'corner-talk',
      words: '和婆婆说不到一起，想找人聊聊',
      form: { when: 'evening' },
    });
    expect(holder).toBe('东园居委会');
    await committee.call(takeCase, { caseId });
    const none = await committee.ask(handleCase, { caseId, result: 'solved', words: '谈过', photos: [] });
    expect(none).toMatchObject({ status: 409, error: { code: 'stages-unfinished' } });
    const form = { talkedAt: '2026-03-17T19:30', note: '一起喝了茶' };
    expect(await step(caseId, 'talk', 'settled', { form })).toMatchObject({ state: 'closed' });
  });

  it('makes no promise of its own: performance is only a duty of an agreement', async () => {
    const own = await resident.ask(reportCase, { ...apply(), typeCode: 'performance', form: {} });
    expect(own.ok).toBeNull();
    const caseId = await inSession();
    const more = { caseId, typeCode: 'performance', unitId: test.street.unit.committee.id, words: '补一笔' };
    expect(await resident.ask(openChildCase, more)).toMatchObject({ ok: null });
    expect(await committee.call(openChildCase, more)).toMatchObject({ child: { number: expect.any(String) } });
  });
});
