import * as contract from '@linli/contract';
import { startOfDay } from '@linli/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulletinContent, type CountedCase } from './bulletin-content.ts';
import { nextBulletinAt, periodBefore } from './bulletin-period.ts';
import { createTwoSites, reportWeeds, type TwoSites } from './two-sites.fixture.ts';

describe('periods', () => {
  it.each([
    ['2026-03-16T10:00:00+08:00', 'week', '2026-03-22T22:00:00.000Z'],
    ['2026-03-16T05:59:59+08:00', 'week', '2026-03-15T22:00:00.000Z'],
    ['2026-03-16T06:00:00+08:00', 'week', '2026-03-22T22:00:00.000Z'],
    ['2026-12-31T23:00:00+08:00', 'month', '2026-12-31T22:00:00.000Z'],
    ['2026-01-31T12:00:00+08:00', 'month', '2026-01-31T22:00:00.000Z'],
  ] as const)('after %s comes the one of a %s at %s', (after, every, at) => {
    expect(nextBulletinAt(new Date(after), every).toISOString()).toBe(at);
  });

  it('follow one another without a gap or a day twice', () => {
    const every = fc.constantFrom('week' as const, 'month' as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), every, (hours, kind) => {
        let due = nextBulletinAt(new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000), kind);
        let before = periodBefore(due, kind);
        for (let n = 0; n < 14; n++) {
          due = nextBulletinAt(due, kind);
          const next = periodBefore(due, kind);
          expect(next.fromDay).toBe(before.untilDay);
          expect(startOfDay(next.untilDay) <= due).toBe(true);
          before = next;
        }
      }),
    );
  });
});

describe('counts', () => {
  const period = { from: new Date('2026-03-09T00:00:00+08:00'), until: new Date('2026-03-16T00:00:00+08:00') };
  const about = { sites: ['north', 'south'] as const, period, types: new Map() };
  const inside = new Date('2026-03-12T00:00:00Z');
  const one = (more: Partial<CountedCase>): CountedCase => ({
    type_code: 'loc-71',
    section: 'river-2',
    our_state: 'closed',
    our_state_at: inside,
    our_on_time: true,
    their_state: null,
    their_state_at: null,
    their_on_time: null,
    ...more,
  });

  it('name both parts of every share, and nothing over nothing is nothing', () => {
    const late = one({ section: 'river-10', our_on_time: false, their_state: 'in-hand', their_state_at: inside });
    const before = one({ section: null, our_state_at: new Date('2026-03-01T00:00:00Z') });
    const { rows, total } = bulletinContent([late, before, one({})], about);
    expect(rows.map((row) => row.section)).toEqual(['river-2', 'river-10', null]);
    expect(total).toMatchObject({
      shared: 3,
      sides: [
        { siteCode: 'north', states: { closed: 3 }, onTime: { numerator: 1, denominator: 2, value: 0.5 } },
        {
          siteCode: 'south',
          states: { unknown: 2, 'in-hand': 1 },
          onTime: { numerator: 0, denominator: 0, value: null },
        },
      ],
    });
    expect(rows[2]?.sides[0]?.onTime).toEqual({ numerator: 0, denominator: 0, value: null });
    expect(bulletinContent([], about)).toMatchObject({ rows: [], total: { shared: 0 } });
  });

  it('add up: the sections make the total', () => {
    const state = fc.constantFrom('closed' as const, 'in-hand' as const, null);
    const any = fc
      .record({
        section: fc.constantFrom('a', 'b', null),
        our_state: state,
        their_state: state,
        our_on_time: fc.boolean(),
      })
      .map(one);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (cases) => {
        const { rows, total } = bulletinContent(cases, about);
        const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((n, row) => n + of(row), 0);
        expect(sum((row) => row.shared)).toBe(total.shared);
        expect(sum((row) => row.sides[0]?.onTime.denominator ?? 0)).toBe(total.sides[0]?.onTime.denominator);
        expect(Object.values(total.sides[1]?.states ?? {}).reduce((a, b) => a + b, 0)).toBe(cases.length);
      }),
    );
  });
});

describe('a schedule', () => {
  let sites: TwoSites;
  beforeAll(async () => {
    sites = await createTwoSites();
  }, 60_000);
  afterAll(() => sites.close());

  it('makes a bulletin each week from both sides’ cases, keeps it, and the partner has the same', async () => {
    const { near, far } = sites;
    const { caseId } = await reportWeeds(near);
    const part = { summary: '水葫芦聚集', ourPart: '东岸', theirPart: '西岸' };
    await near.chief.call(contract.shareCase, { caseId, partnerId: far.partnerId, ...part, fields: [] });
    await sites.exchange();
    await near.worker.call(contract.takeCase, { caseId });
    const saved = await near.chief.call(contract.saveBulletinSchedule, { partnerId: far.partnerId, every: 'week' });
    expect(saved.nextAt).toBe('2026-03-22T22:00:00.000Z');
    await sites.exchange();
    sites.forward(7 * 24 * 60);
    await sites.exchange();
    const { bulletins, schedules } = await near.chief.call(contract.listBulletins, {});
    expect(schedules).toMatchObject([{ every: 'week', nextAt: '2026-03-29T22:00:00.000Z' }]);
    expect(bulletins).toMatchObject([{ origin: 'ours', fromDay: '2026-03-16', lastDay: '2026-03-22', shared: 1 }]);
    const own = await near.chief.call(contract.getBulletin, { bulletinId: bulletins[0]?.id ?? '' });
    expect(own.bulletin?.content).toMatchObject({
      types: [{ code: 'loc-71' }],
      rows: [
        {
          section: 'river-3',
          sectionName: { zh: '界河第3段' },
          sides: [
            { siteCode: 'north-town', states: { 'in-hand': 1 } },
            { siteCode: 'south-town', states: { dispatched: 1 }, onTime: { denominator: 0, value: null } },
          ],
        },
      ],
    });
    const there = await far.chief.call(contract.listBulletins, {});
    expect(there.bulletins).toMatchObject([{ id: bulletins[0]?.id, origin: 'theirs', partnerName: '北街道' }]);
    const theirs = await far.chief.call(contract.getBulletin, { bulletinId: bulletins[0]?.id ?? '' });
    expect(theirs.bulletin?.content).toEqual(own.bulletin?.content);
  });

  it('is made at once where people ask for it, beside the one on schedule', async () => {
    const { near, far } = sites;
    const asked = { partnerId: far.partnerId, every: 'week' as const };
    expect((await near.worker.ask(contract.makeBulletin, asked)).status).toBe(403);
    const stranger = { ...asked, partnerId: near.partnerId };
    expect((await near.chief.ask(contract.makeBulletin, stranger)).error?.code).toBe('partner-off');
    const switchTo = (active: boolean) =>
      near.test.app.database.asSystem((db) =>
        db.updateTable('partner').set({ active }).where('id', '=', far.partnerId).execute(),
      );
    await switchTo(false);
    expect((await near.chief.ask(contract.makeBulletin, asked)).error?.code).toBe('partner-off');
    expect((await near.chief.ask(contract.saveBulletinSchedule, asked)).error?.code).toBe('partner-off');
    const [kept] = (await near.chief.call(contract.listBulletins, {})).schedules;
    const stopped = { ...asked, scheduleId: kept?.id ?? '', active: false };
    expect((await near.chief.call(contract.saveBulletinSchedule, stopped)).nextAt).toBeNull();
    await switchTo(true);
    await near.chief.call(contract.saveBulletinSchedule, { ...stopped, active: true });
    const { bulletinId } = await near.chief.call(contract.makeBulletin, asked);
    await sites.exchange();
    const { bulletins } = await far.chief.call(contract.listBulletins, {});
    // A Monday: the week has come one day far.
    expect(bulletins.find((one) => one.id === bulletinId)).toMatchObject({
      origin: 'theirs',
      fromDay: '2026-03-23',
      lastDay: '2026-03-23',
      shared: 1,
    });
  });

  it('makes every bulletin missed while no worker ran, each once', async () => {
    const { near, far } = sites;
    sites.forward(21 * 24 * 60);
    await sites.exchange();
    const { bulletins } = await near.chief.call(contract.listBulletins, {});
    expect(bulletins.map((b) => b.fromDay).toSorted()).toEqual([
      '2026-03-16',
      '2026-03-23',
      '2026-03-23',
      '2026-03-30',
      '2026-04-06',
    ]);
    expect((await far.chief.call(contract.listBulletins, {})).bulletins).toHaveLength(5);
    const [schedule] = (await near.chief.call(contract.listBulletins, {})).schedules;
    const off = { scheduleId: schedule?.id ?? '', partnerId: far.partnerId, every: 'week' as const, active: false };
    await near.chief.call(contract.saveBulletinSchedule, off);
    sites.forward(14 * 24 * 60);
    await sites.exchange();
    expect((await near.chief.call(contract.listBulletins, {})).bulletins).toHaveLength(5);
  });

  it('is the duty chief’s to set, for a partner there is', async () => {
    const { near } = sites;
    const stranger = { partnerId: near.partnerId, every: 'week' as const };
    expect((await near.chief.ask(contract.saveBulletinSchedule, stranger)).error?.code).toBe('partner-off');
    expect((await near.worker.ask(contract.saveBulletinSchedule, stranger)).status).toBe(403);
    const nothing = await near.chief.call(contract.getBulletin, { bulletinId: near.partnerId });
    expect(nothing.bulletin).toBeNull();
  });
});
