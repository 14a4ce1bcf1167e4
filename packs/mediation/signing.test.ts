import {
  acceptInvitation,
  advanceCase,
  getCase,
  getCaseFile,
  inviteParty,
  reopenCase,
  reportCase,
  saveMediator,
  signCase,
  takeCase,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let committee: Caller;
let mediator: string;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  committee = await test.staff('unit-lead', 'east', 'committee');
  const admin = await test.staff('system-admin', 'street');
  const entry = { unitId: test.street.unit.committee.id, name: '孙老师', from: '2025-01-01' };
  ({ mediatorId: mediator } = await admin.call(saveMediator, {
    ...entry,
    kinds: ['neighbour'],
    languages: ['mandarin'],
    roomIds: [],
  }));
});
beforeEach(() => test.clock.set(monday));
afterAll(() => test.close());

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
const signedForm = { signedOn: '2026-03-20' };
const onPaper = { ...signedForm, onPaper: true };
const minutes = { heldAt: '2026-03-17T19:00', minutes: '双方陈述，愿意分担' };

const step = (caseId: string, stage: string, outcome: string, more = {}) =>
  committee.call(advanceCase, { caseId, stage, outcome, ...more });

/** Standing at the first session, held online. */
async function inSession(firstSession: string): Promise<string> {
  const { caseId } = await resident.call(reportCase, {
    typeCode: 'mediation',
    words: '楼上漏水泡坏吊顶，赔多少谈不拢',
    form: { kind: 'neighbour', applicants: 'one', otherParty: '五楼王先生', claim: '赔偿吊顶修理费', online: true },
    place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
    photos: [],
  });
  await committee.call(takeCase, { caseId });
  await step(caseId, 'accept', 'accepted', { form: { mediator, chosenBy: 'matched' } });
  const form = { startedOn: '2026-03-17', firstSession, way: 'online', rightsTold: true };
  await step(caseId, 'inform', 'agreed', { form });
  return caseId;
}

/** The other side, let in by the mediator's code. */
async function joined(caseId: string, other: Caller): Promise<void> {
  const { code } = await committee.call(inviteParty, { caseId });
  await other.call(acceptInvitation, { code: code ?? '' });
}

/** The agreement written and put before the parties; what a party sends to agree, but for the signature. */
async function putForward(caseId: string) {
  await step(caseId, 'session', 'written', { form: minutes });
  await step(caseId, 'agreement', 'written-out', { form: agreement });
  const { signing } = await resident.call(getCase, { caseId });
  return { caseId, stage: 'signing', writtenAt: signing?.writtenAt ?? '', agrees: true };
}
const paperOf = (caseId: string) => `/api/case-document?caseId=${caseId}&key=mediation-agreement`;
/** How many pictures the printed agreement holds for a reader. */
async function picturesIn(caseId: string, by: Caller): Promise<number> {
  const paper = await fetchAs(by, paperOf(caseId));
  expect(paper.statusCode).toBe(200);
  return paper.rawPayload.toString('latin1').split('/Subtype /Image').length - 1;
}
/** Those a party sees on the page. */
async function signaturesFor(caseId: string, by: Caller): Promise<(string | null)[]> {
  const { signing } = await by.call(getCase, { caseId });
  return signing?.parties.map((party) => party.signature) ?? [];
}
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
describe('an agreement put before the parties', () => {
  it('is signed by the parties on their own screens, each once, and only then done', async () => {
    const caseId = await inSession('2026-03-17T19:00');
    const other = await test.resident();
    await joined(caseId, other);
    const early = { caseId, stage: 'session', writtenAt: '2026-03-16T02:00:00.000Z', agrees: true };
    expect(await resident.ask(signCase, early)).toMatchObject({ status: 409, error: { code: 'nothing-to-sign' } });
    const put = await putForward(caseId);
    for (const by of [await test.resident(), await test.staff('unit-lead', 'street', 'police')])
      expect((await by.ask(signCase, put)).status).toBe(404);
    expect(await committee.ask(signCase, put)).toMatchObject({ status: 403, error: { code: 'not-allowed' } });
    expect(await resident.ask(signCase, put)).toMatchObject({ error: { code: 'signature-missing' } });
    const theirPicture = await other.photo(40);
    expect(await resident.ask(signCase, { ...put, signature: theirPicture })).toMatchObject({
      status: 400,
      error: { code: 'input-invalid', fields: [{ path: 'signature' }] },
    });
    const signature = await resident.photo(41);
    await resident.call(signCase, { ...put, signature });
    expect(await resident.ask(signCase, { ...put, signature })).toMatchObject({ error: { code: 'already-signed' } });
    const signed = {
      caseId,
      stage: 'signing',
      outcome: 'signed',
      form: signedForm,
      photos: [await committee.photo(8)],
    };
    expect(await committee.ask(advanceCase, signed)).toMatchObject({ error: { code: 'parties-unsigned' } });
    const seen = await committee.call(getCase, { caseId });
    expect(seen.signing?.parties).toMatchObject([{ agrees: true, signature, first: true }, { agrees: null }]);
    // The other side reads the whole text, and that the first has signed; not the signature.
    const theirs = (await other.call(getCase, { caseId })).signing;
    expect(JSON.stringify(theirs?.text)).toContain('三千五百元');
    expect(theirs?.parties).toMatchObject([
      { agrees: true, signature: null, name: '' },
      { mine: true, agrees: null },
    ]);
    // The paper agrees with the page: of another's signature nothing before both have signed.
    expect([await picturesIn(caseId, resident), await picturesIn(caseId, other)]).toEqual([1, 0]);
    const second = await other.photo(42);
    await other.call(signCase, { ...put, signature: second });
    for (const by of [resident, other]) {
      expect(await signaturesFor(caseId, by)).toEqual([signature, second]);
      expect(await picturesIn(caseId, by)).toBe(2);
    }
    await committee.call(advanceCase, signed);
    // Both hold the paper: text, both signatures, and what the mediator added.
    for (const by of [resident, other]) {
      expect((await by.call(getCase, { caseId })).signing).toMatchObject({ done: true });
      expect(await signaturesFor(caseId, by)).toEqual([signature, second]);
      expect(await picturesIn(caseId, by)).toBe(3);
    }
    // Who comes later is no party of that paper.
    const late = await test.resident();
    await joined(caseId, late);
    expect((await late.call(getCase, { caseId })).signing).toBeNull();
    expect((await late.call(getCase, { caseId })).photos).toEqual([]);
    expect((await fetchAs(late, paperOf(caseId))).statusCode).toBe(404);
    const { items } = await committee.call(getCaseFile, { caseId });
    expect(items.find(({ key }) => key === 'agreement')?.entries.flatMap(({ photos }) => photos)).toHaveLength(3);
    const { stages, signing } = await committee.call(getCase, { caseId });
    expect([stages.find(({ key }) => key === 'signing')?.photos.length, signing]).toEqual([3, null]);
    const kinds = await test.app.database.asSystem((db) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from journal where noun_id = ${caseId} and kind = 'case.signed'`.execute(db),
    );
    expect(kinds.rows[0]?.n).toBe(2);
  });

  it('is not signed over a no: a new text is put forward and the old page cannot sign it', async () => {
    const caseId = await inSession('2026-03-18T19:00');
    const put = await putForward(caseId);
    await resident.call(signCase, { ...put, agrees: false, words: '金额不对' });
    const signed = { caseId, stage: 'signing', outcome: 'signed', form: onPaper, photos: [await committee.photo(8)] };
    expect(await committee.ask(advanceCase, signed)).toMatchObject({ error: { code: 'signature-refused' } });
    await step(caseId, 'signing', 'not-signed', {
      form: signedForm,
      photos: [await committee.photo(8)],
      words: '再谈',
    });
    test.clock.set('2026-03-18T10:00:00+08:00');
    const again = await putForward(caseId);
    const signature = await resident.photo(43);
    expect(await resident.ask(signCase, { ...put, signature })).toMatchObject({ error: { code: 'stage-changed' } });
    await resident.call(signCase, { ...again, signature });
    // The other side has no account here and signs the paper.
    await committee.call(advanceCase, signed);
    // The very picture that came with the first try is in this one's paper too.
    const { items } = await committee.call(getCaseFile, { caseId });
    expect(items.find(({ key }) => key === 'agreement')?.entries.flatMap(({ photos }) => photos)).toEqual([
      signature,
      ...signed.photos,
    ]);
    expect(await picturesIn(caseId, resident)).toBe(2);
  });

  it('lets the other side in after the first has signed, and nobody once both have', async () => {
    const caseId = await inSession('2026-03-19T19:00');
    const [first, second] = [
      await committee.call(inviteParty, { caseId }),
      await committee.call(inviteParty, { caseId }),
    ];
    const put = await putForward(caseId);
    await resident.call(signCase, { ...put, signature: await resident.photo(70) });
    const other = await test.resident();
    await other.call(acceptInvitation, { code: first.code ?? '' });
    await other.call(signCase, { ...put, signature: await other.photo(71) });
    const late = await test.resident();
    expect(await late.ask(acceptInvitation, { code: second.code ?? '' })).toMatchObject({
      status: 409,
      error: { code: 'invitation-while-signing' },
    });
  });

  it('stays the parties’ when the case is reopened, and only the applicant reopens it', async () => {
    const caseId = await inSession('2026-03-20T19:00');
    const other = await test.resident();
    await joined(caseId, other);
    const put = await putForward(caseId);
    const signatures = [await resident.photo(100), await other.photo(180)];
    await resident.call(signCase, { ...put, signature: signatures[0] });
    await other.call(signCase, { ...put, signature: signatures[1] });
    await step(caseId, 'signing', 'signed', { form: signedForm, photos: [await committee.photo(8)] });
    const asked = { caseId, stage: 'confirm', outcome: 'not-asked' };
    expect(await other.ask(advanceCase, asked)).toMatchObject({ status: 403, error: { code: 'not-allowed' } });
    await resident.call(advanceCase, asked);
    await step(caseId, 'follow-up', 'broken', { form: { calledOn: '2026-03-16' }, words: '没付' });
    await step(caseId, 'file', 'not-agreed', { words: '没履行' });
    const { state, can } = await other.call(getCase, { caseId });
    expect([state, can.filter((kind) => kind === 'rate' || kind === 'reopen')]).toEqual(['closed', []]);
    await resident.call(reopenCase, { caseId, words: '还没付钱' });
    for (const by of [resident, other]) {
      const { signing } = await by.call(getCase, { caseId });
      expect(signing).toMatchObject({ done: true });
      expect(JSON.stringify(signing?.text)).toContain('三千五百元');
      expect(await signaturesFor(caseId, by)).toEqual(signatures);
      expect(await picturesIn(caseId, by)).toBe(3);
    }
  });
});
