import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTwoSites, reportWeeds, type Site, type TwoSites } from './two-sites.fixture.ts';

let sites: TwoSites;
let near: Site;
let far: Site;
beforeEach(async () => {
  sites = await createTwoSites();
  ({ near, far } = sites);
});
afterEach(() => sites.close());

const parts = { ourPart: '东岸打捞', theirPart: '西岸打捞' };
async function share(fields: string[] = ['address', 'point']): Promise<{ caseId: string; number: string }> {
  const { caseId } = await reportWeeds(near);
  const input = { caseId, partnerId: far.partnerId, summary: '界河第3段水葫芦聚集', ...parts, fields };
  const { number } = await near.chief.call(contract.shareCase, input);
  return { caseId, number };
}
async function theirCase(number: string) {
  const { cases } = await far.chief.call(contract.listSharedCases, {});
  const found = cases.find((one) => one.number === number);
  if (!found) throw new Error(`${number} has not arrived`);
  return found;
}
async function countOf(site: Site, table: string): Promise<number> {
  const { rows } = await site.test.app.database.asSystem((db) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db),
  );
  return rows[0]?.n ?? -1;
}
async function finish(site: Site, caseId: string): Promise<void> {
  await site.worker.call(contract.takeCase, { caseId });
  const photos = [await site.worker.photo(3)];
  await site.worker.call(contract.handleCase, { caseId, result: 'solved', words: '已打捞', photos });
  const checker = await site.test.staff('checker', 'street');
  await checker.call(contract.checkCase, { caseId, pass: true, photos: [] });
}

describe('a shared case', () => {
  it('is one number on both sides, each with its own part and both states', async () => {
    const { caseId, number } = await share();
    expect(number).toMatch(/^north-town-20260316-\d{6}$/);
    await sites.exchange();
    const there = await theirCase(number);
    expect(there).toMatchObject({
      origin: 'theirs',
      ourPart: '西岸打捞',
      theirPart: '东岸打捞',
      summary: '界河第3段水葫芦聚集',
      section: { zh: '界河第3段' },
      ours: { state: 'dispatched' },
      theirs: { state: 'dispatched' },
      partner: { stale: false },
    });
    await finish(near, caseId);
    await far.worker.call(contract.takeCase, { caseId: there.caseId });
    await sites.exchange();
    const here = await near.chief.call(contract.getSharedCase, { caseId });
    expect(here.shares).toMatchObject([
      { number, origin: 'ours', ...parts, ours: { state: 'closed', onTime: true }, theirs: { state: 'in-hand' } },
    ]);
    expect(await theirCase(number)).toMatchObject({
      ours: { state: 'in-hand' },
      theirs: { state: 'closed', onTime: true },
    });
  });

  it('keeps its kind on both sides: neither changes alone what both agreed on', async () => {
    const { caseId, number } = await share();
    await sites.exchange();
    const there = await theirCase(number);
    for (const [site, id] of [
      [near, caseId],
      [far, there.caseId],
    ] as const) {
      // Back at the desk, where a kind can be changed.
      await site.worker.call(contract.returnCase, {
        caseId: id,
        reason: '先弄清是什么事',
        rightUnitId: site.test.street.unit.police.id,
      });
      const wish = { caseId: id, typeCode: 'loc-99', reason: '看错了' };
      expect((await site.chief.ask(contract.changeCaseType, wish)).error?.code).toBe('case-shared');
    }
    const { typeCode } = await far.chief.call(contract.getCase, { caseId: there.caseId });
    expect(typeCode).toBe(there.typeCode);
  });

  it('takes nothing along of who reported, what they wrote, or what was not chosen', async () => {
    const { number } = await share([]);
    await sites.exchange();
    const there = await theirCase(number);
    const detail = await far.chief.call(contract.getCase, { caseId: there.caseId });
    expect(detail).toMatchObject({
      words: '界河第3段水葫芦聚集',
      form: { borderSection: 'river-3' },
      channel: 'import',
    });
    expect(detail.place).toMatchObject({ lng: null, lat: null, address: '' });
    const sent = await near.test.app.database.asSystem((db) => db.selectFrom('partner_outbox').selectAll().execute());
    const text = JSON.stringify(sent);
    for (const secret of ['老王', '13812345678', '3号桥', 'coverSquareMetres']) expect(text).not.toContain(secret);
  });

  it('carries words both ways, and refuses numbers of people in them', async () => {
    const { caseId, number } = await share();
    await sites.exchange();
    const there = await theirCase(number);
    await near.chief.call(contract.tellPartner, { caseId, partnerId: far.partnerId, words: '明早八点一起开工' });
    await far.chief.call(contract.tellPartner, {
      caseId: there.caseId,
      partnerId: near.partnerId,
      words: '好，带两条船',
    });
    await sites.exchange();
    for (const [site, id] of [
      [near, caseId],
      [far, there.caseId],
    ] as const) {
      const { shares } = await site.chief.call(contract.getSharedCase, { caseId: id });
      expect(shares[0]?.words.map(({ words }) => words)).toEqual(['明早八点一起开工', '好，带两条船']);
    }
    for (const words of ['找老王 138 1234 5678', '身份证11010119900307123X']) {
      const answer = await near.chief.ask(contract.tellPartner, { caseId, partnerId: far.partnerId, words });
      expect(answer).toMatchObject({ status: 409, error: { code: 'words-hold-contact' } });
    }
  });

  it('shows its panel to nobody who only may read the case', async () => {
    const { caseId } = await share();
    for (const reader of [await near.test.resident(), await near.test.staff('unit-handler', 'street', 'police')])
      expect((await reader.ask(contract.getSharedCase, { caseId })).status).toBe(404);
  });

  it('is refused when private, over, shared already, or with nobody', async () => {
    const { caseId } = await share();
    const input = { partnerId: far.partnerId, summary: '界河水葫芦', ...parts, fields: [] };
    // The only partner has it: nothing is offered any more.
    expect((await near.chief.call(contract.getSharedCase, { caseId })).mayShare).toBe(false);
    const again = await near.chief.ask(contract.shareCase, { ...input, caseId });
    expect(again.error?.code).toBe('already-shared');
    await finish(near, caseId);
    expect((await near.chief.ask(contract.shareCase, { ...input, caseId })).error?.code).toBe('case-not-shareable');
    const resident = await near.test.resident();
    const open = await reportWeeds(near);
    const place = { ...near.test.street.area.east1.point, crs: 'wgs84' as const, address: '' };
    const hidden = { typeCode: '06010', words: '私事', place, form: {}, photos: [], visibility: 'private' as const };
    const own = await resident.call(contract.reportCase, { ...hidden, urgent: false, anonymous: false });
    expect((await near.chief.ask(contract.shareCase, { ...input, caseId: own.caseId })).error?.code).toBe(
      'case-not-shareable',
    );
    const maySend = async (id: string) => (await near.chief.call(contract.getSharedCase, { caseId: id })).mayShare;
    expect([await maySend(open.caseId), await maySend(own.caseId)]).toEqual([true, false]);
    const unknown = await near.chief.ask(contract.shareCase, {
      ...input,
      caseId: open.caseId,
      partnerId: near.partnerId,
    });
    expect(unknown.error?.code).toBe('partner-off');
    const strange = await near.chief.ask(contract.shareCase, {
      ...input,
      caseId: open.caseId,
      fields: ['form.nothing'],
    });
    expect(strange).toMatchObject({ status: 400, error: { fields: [{ path: 'fields.0' }] } });
    expect((await near.worker.ask(contract.shareCase, { ...input, caseId: open.caseId })).status).toBe(403);
  });

  it('tells when the other side cannot take it', async () => {
    await far.admin.call(contract.switchPack, { pack: 'cross-boundary', active: false });
    const { caseId } = await share();
    await sites.exchange();
    const { shares } = await near.chief.call(contract.getSharedCase, { caseId });
    expect(shares[0]?.problem).toBe('type-not-open');
    expect(await countOf(far, 'cases')).toBe(0);
    // What follows it is not held up.
    await far.admin.call(contract.switchPack, { pack: 'cross-boundary', active: true });
    const next = await share();
    await sites.exchange();
    expect(await theirCase(next.number)).toMatchObject({ ours: { state: 'dispatched' } });
  });
});

describe('a day without the other side', () => {
  it('keeps everything and delivers it in order, once', async () => {
    const first = await share();
    await sites.exchange();
    await far.shut();
    const during = await share();
    await finish(near, first.caseId);
    await near.chief.call(contract.tellPartner, { caseId: first.caseId, partnerId: far.partnerId, words: '东岸已清' });
    await near.test.settle();
    await near.test.settle();
    for (let hour = 0; hour < 24; hour++) {
      sites.forward(60);
      await near.test.settle();
    }
    const [down] = (await near.chief.call(contract.listPartners, {})).partners;
    expect(down).toMatchObject({ stale: true, waiting: 5, baseUrl: null });
    expect((await near.admin.call(contract.listPartners, {})).partners[0]?.problem).toBe('unreachable');
    await far.open();
    sites.forward(20);
    await sites.exchange();
    expect(await theirCase(first.number)).toMatchObject({ theirs: { state: 'closed' } });
    expect(await theirCase(during.number)).toMatchObject({ theirs: { state: 'dispatched' } });
    const { rows } = await far.test.app.database.asSystem((db) =>
      sql<{ seq: string; kind: string }>`select seq, kind from partner_inbox order by seq`.execute(db),
    );
    expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, i) => i + 1));
    expect(rows.filter((row) => row.kind === 'linli.case-shared.v1')).toHaveLength(2);
    const { partners } = await near.admin.call(contract.listPartners, {});
    expect(partners[0]).toMatchObject({ stale: false, waiting: 0, problem: null });
  });

  it('works the same when the first site is the one that is away', async () => {
    const { caseId, number } = await share();
    await sites.exchange();
    await near.shut();
    const there = await theirCase(number);
    await finish(far, there.caseId);
    await far.test.settle();
    sites.forward(24 * 60);
    await far.test.settle();
    await near.open();
    sites.forward(20);
    await sites.exchange();
    const { shares } = await near.chief.call(contract.getSharedCase, { caseId });
    expect(shares[0]).toMatchObject({ theirs: { state: 'closed' } });
  });

  it('applies once what was applied but never confirmed', async () => {
    far.door.answers = 'drop';
    const { number } = await share();
    for (let tries = 0; tries < 3; tries++) {
      await near.test.settle();
      sites.forward(20);
    }
    expect(await countOf(far, 'shared_case')).toBe(1);
    expect((await near.admin.call(contract.listPartners, {})).partners[0]).toMatchObject({ waiting: 1 });
    far.door.answers = 'pass';
    sites.forward(20);
    await sites.exchange();
    expect((await near.admin.call(contract.listPartners, {})).partners[0]).toMatchObject({ waiting: 0 });
    expect(await countOf(far, 'shared_case')).toBe(1);
    expect(await countOf(far, 'cases')).toBe(1);
    expect(await theirCase(number)).toMatchObject({ ours: { state: 'dispatched' } });
  });

  it('links the case that was made before the process died', async () => {
    const failing = sql`create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`;
    const when = sql`create trigger die before insert on shared_case for each row execute function die()`;
    await far.test.app.database.asSystem(async (db) => {
      await failing.execute(db);
      await when.execute(db);
    });
    const { number } = await share();
    await near.test.settle();
    await near.test.settle();
    expect([await countOf(far, 'cases'), await countOf(far, 'shared_case')]).toEqual([1, 0]);
    await far.test.app.database.asSystem((db) => sql`drop trigger die on shared_case`.execute(db));
    sites.forward(20);
    await sites.exchange();
    expect([await countOf(far, 'cases'), await countOf(far, 'shared_case')]).toEqual([1, 1]);
    expect(await theirCase(number)).toMatchObject({ ours: { state: 'dispatched' } });
  });

  it('tells nothing twice when the journal is read again', async () => {
    const { caseId } = await share();
    await finish(near, caseId);
    await sites.exchange();
    const before = await countOf(near, 'partner_outbox');
    await near.test.app.database.asSystem((db) =>
      sql`update consumer set xid = '0', seq = 0 where name = 'partners'`.execute(db),
    );
    await sites.exchange();
    expect(await countOf(near, 'partner_outbox')).toBe(before);
  });

  it('marks who was not heard for an hour, and hears a sign of life before that', async () => {
    await share();
    await sites.exchange();
    for (let quarter = 0; quarter < 5; quarter++) {
      sites.forward(16);
      await sites.exchange();
    }
    expect((await near.chief.call(contract.listPartners, {})).partners[0]).toMatchObject({ stale: false });
    sites.forward(61);
    expect((await near.chief.call(contract.listPartners, {})).partners[0]).toMatchObject({ stale: true });
  });
});
