import {
  acceptInvitation,
  getCase,
  inviteParty,
  joinCase,
  listInvitations,
  listMyCases,
  listNotices,
  mergeCase,
  reportCase,
  returnCase,
  takeCase,
  withdrawInvitation,
} from '@linli/contract';
import { type Actor, invitationsAtOnce } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inputHash } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
const week = 7 * 24 * 60;
let test: TestApp;
let resident: Caller;
let committee: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  committee = await test.staff('unit-lead', 'east', 'committee');
});
beforeEach(() => test.clock.set(monday));
afterAll(() => test.close());

const asked = (form: object = {}) => ({
  typeCode: 'mediation',
  words: '楼上漏水，赔多少谈不拢',
  form: { kind: 'neighbour', applicants: 'one', otherParty: '五楼王先生', claim: '赔偿', ...form },
  place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
async function mediation(form: object = {}): Promise<string> {
  const { caseId } = await resident.call(reportCase, asked(form));
  await committee.call(takeCase, { caseId });
  return caseId;
}
/** Somebody else writes of the same; the desk makes one of both. */
async function mergeFrom(by: Caller, intoCaseId: string): Promise<void> {
  const { caseId } = await by.call(reportCase, asked());
  const rightUnitId = test.street.unit.police.id;
  await committee.call(returnCase, { caseId, reason: '和另一件是同一件事', rightUnitId });
  await (await test.staff('dispatcher', 'street')).call(mergeCase, { caseId, intoCaseId });
}
async function invited(caseId: string): Promise<{ code: string; invitationId: string }> {
  const { code, invitationId } = await committee.call(inviteParty, { caseId });
  return { code: code ?? '', invitationId };
}
const states = async (caseId: string) =>
  (await committee.call(listInvitations, { caseId })).invitations.map(({ state }) => state);
const refusal = async (by: Caller, code: string) => {
  const { status, error } = await by.ask(acceptInvitation, { code });
  return [status, error?.code];
};

describe('an invitation', () => {
  it('makes the other side a party by its own account, once', async () => {
    const caseId = await mediation();
    const { code } = await invited(caseId);
    const other = await test.resident();
    expect((await other.ask(getCase, { caseId })).status).toBe(404);
    expect(await other.call(acceptInvitation, { code: code.toLowerCase().replace('-', ' ') })).toEqual({ caseId });
    const seen = await other.call(getCase, { caseId });
    // What a party sees: not the first one's own answers.
    expect([seen.reporter.mine, seen.form.claim]).toEqual([true, undefined]);
    expect((await other.call(listMyCases, {})).cases.map(({ id }) => id)).toContain(caseId);
    expect(await states(caseId)).toEqual(['used']);
    // The link opened again leads whoever used it to the case, nobody else.
    expect(await other.call(acceptInvitation, { code })).toEqual({ caseId });
    expect(await refusal(await test.resident(), code)).toEqual([409, 'invitation-used']);
    await test.settle();
    const { notices } = await committee.call(listNotices, {});
    expect(notices.some(({ kind, nounId }) => kind === 'case.joined' && nounId === caseId)).toBe(true);
    const journal = await test.app.database.asSystem((db) =>
      sql<{ kind: string; data: object }>`select kind, data from journal
        where data ->> 'caseId' = ${caseId} or (noun_id = ${caseId} and kind = 'case.joined') order by seq`.execute(db),
    );
    expect(journal.rows.map(({ kind }) => kind)).toEqual(['invitation.made', 'case.joined']);
    expect(JSON.stringify(journal.rows)).not.toContain(code);
  });

  it('is told once and kept as a hash only, the telephone masked', async () => {
    const caseId = await mediation();
    const input = { requestId: newId(), caseId, phone: '13911112222' };
    const first = await committee.call(inviteParty, input);
    expect(first).toMatchObject({ code: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/), delivery: 'shown' });
    expect(await committee.call(inviteParty, input)).toEqual({ ...first, code: null, delivery: null });
    const { invitations } = await committee.call(listInvitations, { caseId });
    expect(invitations).toMatchObject([{ id: first.invitationId, state: 'open', sentTo: '139****2222' }]);
    const stored = await test.app.database.asSystem(async (db) => {
      const rows: unknown[] = [];
      for (const table of ['case_invitation', 'request', 'journal', 'delivery', 'notice', 'case_action'])
        rows.push((await sql`select t::text as words from ${sql.table(table)} t`.execute(db)).rows);
      return JSON.stringify(rows);
    });
    for (const secret of [first.code ?? '', (first.code ?? '').replace('-', ''), '13911112222'])
      expect(stored).not.toContain(secret);
    const { invitation, request } = await test.app.database.asSystem(async (db) => ({
      invitation: await db
        .selectFrom('case_invitation')
        .select('code_hash')
        .where('id', '=', first.invitationId)
        .executeTakeFirstOrThrow(),
      request: await db
        .selectFrom('request')
        .select('input_hash')
        .where('request_id', '=', input.requestId)
        .executeTakeFirstOrThrow(),
    }));
    const bare = (first.code ?? '').replace('-', '');
    expect(invitation.code_hash).toEqual(test.crypto.lookupHash(bare, 'case.invitation'));
    // Of eleven digits a plain hash would tell the telephone.
    expect(request.input_hash).not.toEqual(inputHash(inviteParty, input));
    expect(await committee.ask(inviteParty, { ...input, phone: '13911112223' })).toMatchObject({
      error: { code: 'request-id-reused' },
    });
  });

  it('is over after its days, when taken back, and not before', async () => {
    const caseId = await mediation();
    const [late, back, good] = [await invited(caseId), await invited(caseId), await invited(caseId)];
    await committee.call(withdrawInvitation, { caseId, invitationId: back.invitationId });
    expect(await refusal(await test.resident(), back.code)).toEqual([409, 'invitation-withdrawn']);
    test.clock.forward(week);
    expect(await (await test.resident()).call(acceptInvitation, { code: good.code })).toEqual({ caseId });
    const used = { caseId, invitationId: good.invitationId };
    expect(await committee.ask(withdrawInvitation, used)).toMatchObject({ error: { code: 'invitation-used' } });
    test.clock.forward(week);
    expect(await refusal(await test.resident(), late.code)).toEqual([409, 'invitation-expired']);
    expect((await states(caseId)).sort()).toEqual(['expired', 'used', 'withdrawn']);
  });

  it('turns away the applicant, clerks, wrong codes and whoever tries too often', async () => {
    const caseId = await mediation();
    const { code } = await invited(caseId);
    expect(await refusal(resident, code)).toEqual([409, 'already-joined']);
    for (const clerk of [committee, await test.staff('duty-chief', 'street')])
      expect(await refusal(clerk, code)).toEqual([403, 'invitation-not-for-staff']);
    expect(await refusal(test.nobody, code)).toEqual([401, 'sign-in-needed']);
    const guesser = await test.resident();
    for (const guess of ['ABCD-EFGH', 'abc', '2222-2222', '<script>', 'ABCD-EFGJ'])
      expect(await refusal(guesser, guess)).toEqual([409, 'invitation-unknown']);
    // Not even the right one now; an hour later it works, for it was not spoilt.
    expect(await refusal(guesser, code)).toEqual([429, 'too-many-tries']);
    expect(await states(caseId)).toEqual(['open']);
    test.clock.forward(61);
    expect(await guesser.call(acceptInvitation, { code })).toEqual({ caseId });
  });

  it('used before clears no count of tries', async () => {
    const caseId = await mediation();
    const { code } = await invited(caseId);
    const guesser = await test.resident();
    await guesser.call(acceptInvitation, { code });
    const wrong = async () => (await guesser.ask(acceptInvitation, { code: 'ABCD-EFGH' })).status;
    for (let n = 0; n < 4; n++) expect(await wrong()).toBe(409);
    await guesser.call(acceptInvitation, { code });
    const after = [];
    for (let n = 0; n < 4; n++) after.push(await wrong());
    expect(after).toEqual([429, 429, 429, 429]);
  });

  it('used is told to both sides and to whoever has the case, with the masked name', async () => {
    const caseId = await mediation();
    const { code } = await invited(caseId);
    const other = await test.resident();
    await other.call(acceptInvitation, { code });
    await test.settle();
    const told = (await resident.call(listNotices, {})).notices;
    expect(told.filter(({ kind, nounId }) => kind === 'case.joined' && nounId === caseId)).toHaveLength(1);
    for (const [by, mine] of [
      [resident, false],
      [other, true],
    ] as const) {
      const { story } = await by.call(getCase, { caseId });
      expect(story.filter(({ kind }) => kind === 'join')).toMatchObject([{ mine, data: { invited: true } }]);
    }
    const { invitations } = await committee.call(listInvitations, { caseId });
    expect(invitations).toMatchObject([{ state: 'used', usedBy: expect.stringContaining('*') }]);
  });

  it('of two at once lets one in', async () => {
    const caseId = await mediation();
    const { code } = await invited(caseId);
    const both = await Promise.all([await test.resident(), await test.resident(), await test.resident()]);
    const answers = await Promise.all(both.map((by) => by.ask(acceptInvitation, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { story, reporterCount } = await committee.call(getCase, { caseId });
    // The other side is no second voice for the same.
    expect([story.filter(({ kind }) => kind === 'join').length, reporterCount]).toEqual([1, 1]);
  });

  it('is not needed by whoever applied for the same: merged, that one is a party and moves nothing on', async () => {
    const caseId = await mediation();
    const other = await test.resident();
    await mergeFrom(other, caseId);
    const seen = await other.call(getCase, { caseId });
    expect([seen.reporter.mine, seen.can]).toEqual([true, ['note', 'urge']]);
    const { story } = await committee.call(getCase, { caseId });
    expect(story.find(({ kind }) => kind === 'join')?.data).toMatchObject({ party: true });
  });

  it('makes no party of staff who wrote the same down for somebody', async () => {
    const caseId = await mediation();
    await mergeFrom(await test.staff('committee-secretary', 'east'), caseId);
    const { story, reporterCount } = await committee.call(getCase, { caseId });
    expect([story.filter(({ kind }) => kind === 'join'), reporterCount]).toEqual([[], 1]);
  });

  it('of one case is limited in number, and only whoever handles it makes one', async () => {
    const caseId = await mediation();
    for (let n = 0; n < invitationsAtOnce; n++) await invited(caseId);
    expect(await committee.ask(inviteParty, { caseId })).toMatchObject({
      status: 409,
      error: { code: 'invitations-full' },
    });
    const [{ id = '' } = {}] = (await committee.call(listInvitations, { caseId })).invitations;
    const elsewhere = await test.staff('unit-lead', 'west', 'housing');
    const chief = await test.staff('duty-chief', 'street');
    for (const [by, status] of [
      [resident, 403],
      [elsewhere, 404],
      [chief, 403],
    ] as const) {
      expect((await by.ask(inviteParty, { caseId })).status).toBe(status);
      expect((await by.ask(withdrawInvitation, { caseId, invitationId: id })).status).toBe(status);
    }
    for (const by of [resident, elsewhere]) expect((await by.ask(listInvitations, { caseId })).status).toBe(404);
    expect((await chief.call(listInvitations, { caseId })).mayInvite).toBe(false);
    expect((await committee.call(listInvitations, { caseId })).mayInvite).toBe(true);
    const phone = '13911113333';
    await committee.call(withdrawInvitation, { caseId, invitationId: id });
    for (let n = 0; n < 3; n++) {
      const { invitationId } = await committee.call(inviteParty, { caseId, phone });
      await committee.call(withdrawInvitation, { caseId, invitationId });
    }
    expect((await committee.ask(inviteParty, { caseId, phone })).status).toBe(429);
  });

  it('belongs to an open, private case in which a paper is signed', async () => {
    const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' };
    const more = { typeCode: 'corner-talk', words: '想聊聊', place, form: {}, photos: [] };
    const talk = await resident.call(reportCase, more);
    await committee.call(takeCase, { caseId: talk.caseId });
    const elsewhere = await committee.ask(inviteParty, { caseId: talk.caseId });
    expect(elsewhere).toMatchObject({ status: 409, error: { code: 'invitation-not-here' } });
    for (const visibility of ['public', 'sealed']) {
      const caseId = await mediation();
      const { code } = await invited(caseId);
      await test.app.database.asSystem((db) =>
        sql`update cases set visibility = ${visibility} where id = ${caseId}`.execute(db),
      );
      expect([visibility, ...(await refusal(await test.resident(), code))]).toEqual([
        visibility,
        409,
        'invitation-not-here',
      ]);
      expect((await committee.ask(inviteParty, { caseId })).error?.code).toBe('invitation-not-here');
    }
    const caseId = await mediation();
    const { code } = await invited(caseId);
    await test.app.database.asSystem(async (db) => {
      await sql`update cases set state = 'closed', is_open = false where id = ${caseId}`.execute(db);
    });
    expect(await refusal(await test.resident(), code)).toEqual([409, 'wrong-state']);
    expect((await committee.ask(inviteParty, { caseId })).error?.code).toBe('wrong-state');
  });

  it('is behind the second wall: not even a party reads it by statement, and joining by another way stays refused', async () => {
    const caseId = await mediation();
    const { code } = await invited(caseId);
    const other = await test.resident();
    await other.call(acceptInvitation, { code });
    const readers: Actor[] = [other, resident].map(({ accountId }) => ({
      ...{ kind: 'resident', accountId, name: '', scopes: [], pools: [] },
    }));
    for (const actor of readers) {
      const { rows } = await test.app.database.as(actor, (db) => sql`select from case_invitation`.execute(db));
      expect(rows).toEqual([]);
    }
    expect((await (await test.resident()).ask(joinCase, { caseId })).status).toBe(404);
  });
});
