import {
  countCases,
  declineCase,
  getHandFigures,
  handleCase,
  type InputOf,
  listHands,
  objectToDecline,
  outsideListCode,
  reportCase,
  saveUnit,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let housing: Caller;
let worker: Caller;
let dispatcher: Caller;
let secretary: Caller;
let gridLeader: Caller;
let leader: Caller;

beforeAll(async () => {
  test = await createTestApp();
  housing = await test.staff('unit-lead', 'street', 'housing');
  worker = await test.staff('grid-worker', 'east1');
  dispatcher = await test.staff('dispatcher', 'street');
  secretary = await test.staff('committee-secretary', 'east');
  gridLeader = await test.staff('grid-leader', 'homes');
  leader = await test.staff('micro-grid-leader', 'east1');
});
afterAll(() => test.close());

const at = (key: 'east1' | 'west1' = 'east1') => ({
  place: { ...test.street.area[key].point, crs: 'wgs84' as const, address: '' },
  photos: [],
});
const up = (department: string, key?: 'east1' | 'west1') =>
  worker.call(reportCase, {
    typeCode: 'hand-up',
    words: '车位不够',
    form: { department, why: '没有空地' },
    ...at(key),
  });
const down = (item: string) =>
  housing.call(reportCase, {
    typeCode: 'hand-down',
    words: '请核实空置房屋',
    form: { ask: 'verify', basis: 'listed', item, hours: 2 },
    ...at(),
  });
const boardsOf = async (caller: Caller) => (await caller.call(listHands, {})).boards;

describe('the board of raised hands', () => {
  it('counts every hand that waits, by who must answer and how long, however few are shown', async () => {
    await up('unit-housing');
    test.clock.forward(24 * 60 - 1);
    await up('unit-housing');
    test.clock.forward(1);
    await up('unit-housing');
    await up('unsure');
    await down('homes');
    test.clock.forward(3 * 24 * 60);
    await test.settle();
    const { hands, boards } = await dispatcher.call(listHands, { limit: 1 });
    expect(hands).toHaveLength(1);
    const [first] = boards;
    expect(first).toMatchObject({
      key: `unit:${test.street.unit.housing.id}`,
      name: '房屋管理办',
      waiting: 3,
      oldestHours: 96,
      // 96, 72.02 and 72 hours: three days belong to the band that begins with them.
      ages: { 'under-1': 0, '1-to-3': 0, '3-to-5': 3, 'over-5': 0 },
    });
    expect(first?.overdue).toBeGreaterThan(0);
    expect(boards.map(({ key }) => key.split(':')[0]).sort()).toEqual(['desk', 'post', 'unit']);
    const { counts } = await dispatcher.call(countCases, { filters: boards.map(({ rows }) => rows) });
    expect(counts.map(({ count }) => count)).toEqual(boards.map(({ waiting }) => waiting));
  });

  it('puts each hand into the band of its whole days', async () => {
    const before = (await boardsOf(dispatcher))[0]?.ages;
    expect(before).toMatchObject({ '3-to-5': 3 });
    await up('unit-housing');
    expect((await boardsOf(dispatcher))[0]?.ages).toMatchObject({ 'under-1': 1, '3-to-5': 3 });
    test.clock.forward(24 * 60);
    expect((await boardsOf(dispatcher))[0]?.ages).toMatchObject({ 'under-1': 0, '1-to-3': 1, 'over-5': 1 });
  });

  it('keeps a page to one line, and goes on where it stopped', async () => {
    const holder = `unit:${test.street.unit.housing.id}`;
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const input: InputOf<typeof listHands> = { holder, limit: 2, ...(after === undefined ? {} : { after }) };
      const page = await dispatcher.call(listHands, input);
      seen.push(...page.hands.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    const posts = (await boardsOf(dispatcher)).find(({ key }) => key.startsWith('post:'))?.key ?? '';
    expect((await dispatcher.call(listHands, { holder: posts })).hands).toHaveLength(1);
    expect((await dispatcher.call(listHands, { holder: 'desk' })).hands).toHaveLength(1);
    for (const wrong of ['unit:x', 'somebody', `post:${'-'.repeat(36)}`])
      expect(await dispatcher.ask(listHands, { holder: wrong })).toMatchObject({ status: 400 });
  });

  it('waits for nobody once answered, and is only of one’s own areas', async () => {
    const mine = await housing.call(listHands, {});
    const [hand] = mine.hands;
    if (!hand) throw new Error('housing has hands');
    await housing.call(takeCase, { caseId: hand.id });
    await housing.call(handleCase, { caseId: hand.id, result: 'solved', words: '划好了', photos: [] });
    expect((await boardsOf(dispatcher))[0]?.waiting).toBe(3);
    const answered = await dispatcher.call(listHands, { answered: true });
    expect(answered.hands.map(({ id }) => id)).toContain(hand.id);
    const west = await test.staff('committee-secretary', 'west');
    expect(await west.call(listHands, {})).toMatchObject({ hands: [], boards: [] });
    expect(await (await test.resident()).call(listHands, {})).toMatchObject({ hands: [], boards: [] });
  });
});

describe('requests outside the admitted list', () => {
  it('are refused by who holds the desk there, counted for who asked, and no longer once objected to', async () => {
    const [first, second] = [(await down('outside')).caseId, (await down('outside')).caseId];
    const mayRefuse = async (caller: Caller) => {
      const { hands } = await caller.call(listHands, {});
      return hands.filter((hand) => hand.mayRefuse).map(({ id }) => id);
    };
    expect(await mayRefuse(secretary)).toEqual([first, second]);
    expect(await mayRefuse(gridLeader)).toEqual([first, second]);
    expect(await mayRefuse(leader)).toEqual([]);
    const refusal = { reason: '不在准入清单内，依规不予承接', reasonCode: outsideListCode };
    expect(await leader.ask(declineCase, { caseId: first, ...refusal })).toMatchObject({ ok: null });
    expect(await secretary.call(declineCase, { caseId: first, ...refusal })).toMatchObject({ state: 'declined' });
    await gridLeader.call(declineCase, { caseId: second, ...refusal });
    const other = (await down('outside')).caseId;
    await gridLeader.call(declineCase, { caseId: other, reason: '重复' });
    const days = { from: '2026-03-16', until: '2026-03-31' };
    const housingLine = async (caller: Caller) => (await caller.call(getHandFigures, days)).asking[0];
    const line = { unitId: test.street.unit.housing.id, name: '房屋管理办', asked: 4, outside: 3 };
    expect(await housingLine(secretary)).toMatchObject({ ...line, refused: 2 });
    await housing.call(objectToDecline, { caseId: second, words: '街道已同意' });
    expect(await housingLine(dispatcher)).toMatchObject({ ...line, refused: 1 });
    expect(await housingLine(await test.staff('committee-secretary', 'west'))).toBeUndefined();
  });

  it('are counted by the day they were made', async () => {
    const none = await dispatcher.call(getHandFigures, { from: '2026-02-01', until: '2026-03-15' });
    expect(none).toEqual({ asking: [], claiming: [], projects: [] });
    for (const wrong of [
      { from: '2026-03-16', until: '2026-03-15' },
      { from: '1999-12-31', until: '2026-03-15' },
      { from: '2026-03-16', until: '9999-12-31' },
    ])
      expect(await dispatcher.ask(getHandFigures, wrong)).toMatchObject({
        status: 400,
        error: { code: 'input-invalid' },
      });
    expect(await housing.ask(getHandFigures, { from: '2026-03-16', until: '2026-03-31' })).toMatchObject({
      status: 403,
    });
  });
});

describe('projects put up by departments', () => {
  it('say who offers them and who claimed them', async () => {
    const admin = await test.staff('system-admin', 'street');
    const { firm } = test.street.unit;
    const areaIds = [test.street.area.homes.id];
    await admin.call(saveUnit, { unitId: firm.id, name: '居住网格工作站', kind: 'station', areaIds });
    const station = await test.staff('unit-lead', 'homes', 'firm');
    const project = async () =>
      (
        await housing.call(reportCase, {
          typeCode: 'hand-down-project',
          words: '沿街店铺信息采集',
          form: { basis: 'listed', item: 'shops', hours: 60, goal: '四十家齐全' },
          ...at(),
        })
      ).caseId;
    const [claimed, waiting] = [await project(), await project()];
    const form = { basis: 'approved', item: 'pests', hours: 9, goal: '全街道' };
    const input = { typeCode: 'hand-down-project', words: '除四害', form, ...at() };
    const { caseId: ofCentre } = await dispatcher.call(reportCase, input);
    await station.call(takeCase, { caseId: claimed });
    const figures = await dispatcher.call(getHandFigures, { from: '2026-03-16', until: '2026-03-31' });
    expect(figures.asking[0]).toMatchObject({ name: '房屋管理办', offered: 2, claimed: 1 });
    expect(figures.claiming).toEqual([{ unitId: firm.id, name: '居住网格工作站', claimed: 1 }]);
    const rows = new Map(figures.projects.map((row) => [row.caseId, row]));
    expect(rows.get(claimed)).toMatchObject({ offeredBy: '房屋管理办', claimedBy: '居住网格工作站' });
    expect(rows.get(waiting)).toMatchObject({ offeredBy: '房屋管理办', claimedBy: null, state: 'dispatched' });
    expect(rows.get(ofCentre)).toMatchObject({ offeredBy: null, claimedBy: null });
    expect(figures.asking).toHaveLength(1);
    expect((await boardsOf(dispatcher)).find(({ key }) => key === 'pool:station')).toMatchObject({ waiting: 2 });
  });
});
