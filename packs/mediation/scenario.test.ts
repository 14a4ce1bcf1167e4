import {
  advanceCase,
  getCase,
  getCaseFile,
  handleCase,
  listMediators,
  listMyCases,
  noteCase,
  openChildCase,
  reportCase,
  saveMediator,
  saveRoom,
  suggestMediators,
  takeCase,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let committee: Caller;
let admin: Caller;
let chen: string;
let room: string;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  committee = await test.staff('unit-lead', 'east', 'committee');
  admin = await test.staff('system-admin', 'street');
  ({ roomId: room } = await admin.call(saveRoom, { unitId: ofEast(), name: '老娘舅调解室', capacity: 8 }));
  chen = await mediator('陈老师');
});
afterAll(() => test.close());

const ofEast = () => test.street.unit.committee.id;
async function mediator(name: string, more: object = {}): Promise<string> {
  const entry = { unitId: ofEast(), name, kinds: ['neighbour' as const], languages: ['mandarin' as const] };
  return (await admin.call(saveMediator, { ...entry, from: '2025-01-01', roomIds: [room], ...more })).mediatorId;
}

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
  await step(caseId, 'accept', 'accepted', { form: { mediator: await mediator('孙老师'), chosenBy: 'matched' } });
  const form = { startedOn: '2026-03-17', firstSession: '2026-03-17T19:00', way: 'online', rightsTold: true };
  await step(caseId, 'inform', 'agreed', { form });
  return caseId;
}
const missing = (file: { items: readonly { key: string; present: boolean }[] }) =>
  file.items.filter(({ present }) => !present).map(({ key }) => key);
async function fetchAs(by: Caller, url: string) {
  const token = test.crypto.token();
  const now = test.clock.now();
  await test.app.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at) values (${test.crypto.hashToken(token)}, ${by.accountId}, ${now}, ${now}, ${new Date(now.getTime() + 9e9)})`.execute(
      db,
    ),
  );
  return test.app.http.inject({ url, headers: { cookie: `linli_session=${token}` } });
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
  copies: 3,
};
const onPaper = { signedOn: '2026-03-20', onPaper: true };
const duties = () => [{ unitId: test.street.unit.committee.id, words: '转账三千五百元', handleBy: '2026-04-10' }];

describe('mediation', () => {
  it('ends in a signed agreement, whose promise is followed to its day and filed', async () => {
    const caseId = await inSession();
    await step(caseId, 'session', 'again', { form: minutes });
    await step(caseId, 'session', 'written', { form: minutes });
    const photos = [await committee.photo(8)];
    await step(caseId, 'agreement', 'written-out', { form: agreement });
    const { children } = await step(caseId, 'signing', 'signed', { form: onPaper, photos, duties: duties() });
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
    const before = await committee.call(getCaseFile, { caseId });
    expect(before.items).toHaveLength(13);
    expect(missing(before)).toEqual(['identity', 'authority', 'inquiry', 'evidence', 'confirmation', 'notes']);
    expect(before).toMatchObject({ complete: false, mayAdd: true });
    expect(before.items.find(({ key }) => key === 'minutes')?.entries[0]?.by).toContain('东园居委会');
    const lacking = await committee.ask(advanceCase, { caseId, stage: 'file', outcome: 'agreed' });
    expect(lacking).toMatchObject({ status: 409, error: { code: 'file-incomplete', params: { items: '身份证明' } } });
    const added = { caseId, words: '双方身份证复印件', fileItem: 'identity' };
    expect(await committee.ask(noteCase, { ...added, photos: [] })).toMatchObject({
      error: { code: 'evidence-missing' },
    });
    expect(await committee.ask(noteCase, { ...added, fileItem: 'recipe', photos })).toMatchObject({
      error: { code: 'file-item-unknown' },
    });
    expect((await resident.ask(noteCase, { ...added, photos: [await resident.photo(3)] })).status).toBe(403);
    await committee.call(noteCase, { ...added, photos: [await committee.photo(31)] });
    expect((await committee.call(getCaseFile, { caseId })).complete).toBe(true);
    const printed = await fetchAs(committee, `/api/case-file?caseId=${caseId}`);
    expect([printed.statusCode, printed.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    for (const stranger of [await test.resident(), await test.staff('unit-lead', 'street', 'police')]) {
      expect((await fetchAs(stranger, `/api/case-file?caseId=${caseId}`)).statusCode).toBe(404);
      expect((await stranger.ask(getCaseFile, { caseId })).status).toBe(404);
    }
    expect(await step(caseId, 'file', 'agreed')).toMatchObject({ state: 'closed' });
    const { cases } = await resident.call(listMyCases, {});
    expect(cases).toContainEqual(expect.objectContaining({ id: caseId, state: 'closed' }));
  });

  it('goes on by itself when nobody asks the court within thirty days', async () => {
    const caseId = await inSession();
    await step(caseId, 'session', 'written', { form: minutes });
    await step(caseId, 'agreement', 'written-out', { form: agreement });
    await step(caseId, 'signing', 'signed', { form: onPaper, photos: [await committee.photo(9)] });
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
    const done = await step(caseId, 'file', 'not-agreed', { words: '可向法院起诉' });
    expect(done).toMatchObject({ state: 'closed' });
    expect(await resident.call(getCase, { caseId })).toMatchObject({ result: 'not-possible' });
  });

  it('asks for every field of an agreement and the signed paper, and rings after a month of sessions', async () => {
    const caseId = await inSession();
    await step(caseId, 'session', 'written', { form: minutes });
    const { manner: _manner, ...without } = agreement;
    const bare = await committee.ask(advanceCase, {
      caseId,
      stage: 'agreement',
      outcome: 'written-out',
      form: without,
    });
    expect(bare).toMatchObject({ status: 400, error: { fields: [{ path: 'form.manner', code: 'required' }] } });
    await step(caseId, 'agreement', 'written-out', { form: agreement });
    const unsigned = await committee.ask(advanceCase, { caseId, stage: 'signing', outcome: 'signed', form: onPaper });
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

  it('makes no promise of its own: performance is only a duty of an agreement', async () => {
    const own = await resident.ask(reportCase, { ...apply(), typeCode: 'performance', form: {} });
    expect(own.ok).toBeNull();
    const caseId = await inSession();
    const more = { caseId, typeCode: 'performance', unitId: test.street.unit.committee.id, words: '补一笔' };
    expect(await resident.ask(openChildCase, more)).toMatchObject({ ok: null });
    expect(await committee.call(openChildCase, more)).toMatchObject({ child: { number: expect.any(String) } });
  });
});

describe('mediators and rooms', () => {
  const suggested = async (caseId: string) =>
    (await committee.call(suggestMediators, { caseId, stage: 'accept', field: 'mediator' })).suggestions;

  it('are suggested by language, kind, area and load, each saying why', async () => {
    test.clock.set(monday);
    const english = await mediator('英老师', { languages: ['mandarin', 'english'], kinds: ['neighbour', 'family'] });
    const far = { unitId: test.street.unit.police.id, languages: ['english'] };
    const street = await mediator('街老师', far);
    const left = await mediator('离老师', { languages: ['english'], until: '2026-03-01' });
    const wish = apply();
    const { caseId } = await resident.call(reportCase, { ...wish, form: { ...wish.form, language: 'english' } });
    await committee.call(takeCase, { caseId });
    const found = await suggested(caseId);
    expect(found.slice(0, 2)).toMatchObject([
      { id: english, openCases: 0, reasons: ['speaks', 'takes-kind', 'same-area', 'none-open'] },
      { id: street, reasons: ['speaks', 'takes-kind', 'whole-site', 'none-open'] },
    ]);
    expect(found.find(({ id }) => id === chen)?.reasons[0]).toBe('speaks-not');
    expect(found.map(({ id }) => id)).not.toContain(left);
    // Whom somebody left the list is not taken either, nor a name that is on none.
    for (const form of [{ mediator: '陈老师', chosenBy: 'parties' }]) {
      const wrong = await committee.ask(advanceCase, { caseId, stage: 'accept', outcome: 'accepted', form });
      expect(wrong).toMatchObject({
        status: 400,
        error: { fields: [{ path: 'form.mediator', code: 'not-an-option' }] },
      });
    }
    await step(caseId, 'accept', 'accepted', { form: { mediator: english, chosenBy: 'matched' } });
    const { mediators } = await admin.call(listMediators, {});
    expect(mediators.find(({ id }) => id === english)?.openCases).toBe(1);
    expect(await resident.ask(suggestMediators, { caseId, stage: 'accept', field: 'mediator' })).toMatchObject({
      status: 403,
    });
  });

  it('are kept for a session, and never twice at the same time', async () => {
    test.clock.set(monday);
    const [one, two] = [await accepted(chen), await accepted(await mediator('李老师'))];
    const at = (firstSession: string) => ({
      form: { startedOn: '2026-03-18', firstSession, way: 'room', room, rightsTold: true },
    });
    await step(one, 'inform', 'agreed', at('2026-03-18T14:00'));
    const taken = await committee.ask(advanceCase, {
      caseId: two,
      ...{ stage: 'inform', outcome: 'agreed' },
      ...at('2026-03-18T15:30'),
    });
    expect(taken).toMatchObject({
      status: 409,
      error: { code: 'room-busy', params: { name: '老娘舅调解室', from: '2026-03-18 14:00', until: '16:00' } },
    });
    // Two hours are kept: the next may begin when they are over.
    await step(two, 'inform', 'agreed', at('2026-03-18T16:00'));
    const third = await accepted(chen);
    const online = { startedOn: '2026-03-18', firstSession: '2026-03-18T13:00', way: 'online', rightsTold: true };
    const busy = { caseId: third, stage: 'inform', outcome: 'agreed', form: online };
    expect(await committee.ask(advanceCase, busy)).toMatchObject({
      status: 409,
      error: { code: 'mediator-busy', params: { name: '陈老师' } },
    });
    // The side that refuses keeps nothing, and what is over frees its hours.
    await step(one, 'session', 'refused', { form: minutes, words: '不愿继续' });
    await step(one, 'file', 'not-agreed', { words: '可向法院起诉' });
    await committee.call(advanceCase, busy);
  });

  async function accepted(mediatorId: string): Promise<string> {
    const { caseId } = await resident.call(reportCase, apply());
    await committee.call(takeCase, { caseId });
    await step(caseId, 'accept', 'accepted', { form: { mediator: mediatorId, chosenBy: 'matched' } });
    return caseId;
  }
});
