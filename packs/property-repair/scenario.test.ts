import {
  getCase,
  handleCase,
  listMyTasks,
  listNotices,
  rateCase,
  reopenCase,
  reportCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaKey } from '../../apps/server/src/test/small-street.ts';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

/** A Sunday, three in the morning: repairs know no hours. */
const night = '2026-03-15T03:00:00+08:00';
let test: TestApp;
let resident: Caller;
let firm: Caller;
let colleague: Caller;
let secretary: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: night });
  resident = await test.resident();
  firm = await test.staff('unit-lead', 'east', 'firm');
  colleague = await test.staff('unit-handler', 'east', 'firm');
  secretary = await test.staff('committee-secretary', 'east');
});
afterAll(() => test.close());

const leak = (area: AreaKey) => ({
  typeCode: 'rep-01',
  words: '厨房天花板一直滴水',
  form: { room: '2号301室', where: 'above', time: 'now' },
  place: { ...test.street.area[area].point, crs: 'wgs84' as const, address: '' },
  photos: [],
});

describe('property repairs', () => {
  it('are grabbed from the pool, once, repaired, agreed to by silence, and rated', async () => {
    test.clock.set(night);
    const { caseId, holder, promisedAt } = await resident.call(reportCase, leak('east1'));
    expect(holder).toContain('物业');
    expect(promisedAt).not.toBeNull();
    const { pool } = await firm.call(listMyTasks, {});
    expect(pool.map((row) => row.id)).toContain(caseId);
    await firm.call(takeCase, { caseId });
    expect(await colleague.ask(takeCase, { caseId })).toMatchObject({ status: 409, error: { code: 'wrong-state' } });
    const { clocks } = await firm.call(getCase, { caseId });
    expect(clocks.find((clock) => clock.name === 'handle')?.dueAt).toBe('2026-03-15T19:00:00.000Z');
    const photos = [await firm.photo(1)];
    const handled = firm.call(handleCase, { caseId, result: 'solved', words: '换了楼上的软管', photos });
    expect(await handled).toMatchObject({ state: 'handled' });
    await test.settle();
    const { notices } = await resident.call(listNotices, {});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'case.handled', nounId: caseId }));
    expect(await resident.ask(rateCase, { caseId, rating: 5 })).toMatchObject({ error: { code: 'wrong-state' } });
    test.clock.forward(4 * 1440);
    await test.settle();
    expect(await resident.call(getCase, { caseId })).toMatchObject({ state: 'closed' });
    await resident.call(rateCase, { caseId, rating: 5, words: '半夜也来' });
  });

  it('go back to the same firm when it leaks again within 15 days, not after', async () => {
    test.clock.set(night);
    const { caseId } = await resident.call(reportCase, leak('east1'));
    await firm.call(handleCase, { caseId, result: 'solved', words: '已修', photos: [await firm.photo(1)] });
    test.clock.forward(4 * 1440);
    await test.settle();
    const again = await resident.call(reopenCase, { caseId, words: '又漏了', photos: [] });
    expect(again).toMatchObject({ state: 'dispatched' });
    await firm.call(handleCase, { caseId, result: 'solved', words: '整根换掉', photos: [await firm.photo(2)] });
    // Three days end on a Sunday and so on Monday.
    test.clock.forward(6 * 1440);
    await test.settle();
    test.clock.forward(17 * 1440);
    const late = await resident.ask(reopenCase, { caseId, words: '又漏了', photos: [] });
    expect(late).toMatchObject({ status: 409, error: { code: 'reopen-window-over' } });
  });

  it('go straight to the firm of the compound when urgent or with people in the lift', async () => {
    test.clock.set(night);
    expect((await resident.call(reportCase, { ...leak('east1'), urgent: true })).holder).toBe('安居物业');
    const form = { building: '2号楼东侧', trapped: true };
    const lift = { ...leak('east1'), typeCode: 'rep-02', words: '电梯里有人', form };
    expect((await resident.call(reportCase, lift)).holder).toBe('安居物业');
  });

  it('are pressed when nobody takes them', async () => {
    test.clock.set(night);
    const { caseId } = await resident.call(reportCase, leak('east1'));
    test.clock.forward(121);
    await test.settle();
    const { notices } = await secretary.call(listNotices, {});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'case.escalated', nounId: caseId }));
  });

  it('are closed to firms of other compounds and to neighbours', async () => {
    test.clock.set(night);
    const { caseId } = await resident.call(reportCase, leak('west1'));
    expect(await firm.ask(takeCase, { caseId })).toMatchObject({ status: 404 });
    const neighbour = await test.resident();
    expect(await neighbour.ask(getCase, { caseId })).toMatchObject({ status: 404 });
  });
});
