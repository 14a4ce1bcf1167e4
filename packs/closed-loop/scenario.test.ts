import {
  acceptCase,
  checkCase,
  dispatchCase,
  getCase,
  handleCase,
  listNotices,
  rateCase,
  reportCase,
  returnCase,
  selfHandleCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../apps/server/src/platform/ids.ts';
import type { AreaKey } from '../../apps/server/src/test/small-street.ts';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let worker: Caller;
let checker: Caller;
let dispatcher: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  await addUnit('unit-bikes', '共享单车运维队', 'operator');
  resident = await test.resident();
  worker = await test.staff('grid-worker', 'east1');
  checker = await test.staff('checker', 'street');
  dispatcher = await test.staff('dispatcher', 'street');
});
afterAll(() => test.close());

async function addUnit(key: string, name: string, kind: string): Promise<void> {
  const unit = { id: newId(), site_id: test.street.siteId, key, name, kind, path: 'street', active: true };
  await test.app.database.asSystem((db) => db.insertInto('unit').values(unit).execute());
  await test.app.refreshCaches();
}
const at = (area: AreaKey) => ({ ...test.street.area[area].point, crs: 'wgs84' as const, address: '崂山路1弄2号' });
const cover = { typeCode: '01002', words: '人行道上的井盖没有了', form: { state: 'missing' } };

describe('closed loop', () => {
  it('goes round: reported, dispatched by rule, taken, handled, checked by another, rated', async () => {
    test.clock.set(monday);
    const report = await resident.call(reportCase, { ...cover, place: at('east1'), photos: [await resident.photo(1)] });
    expect(report).toMatchObject({ state: 'dispatched', areaName: '东园第1微网格', ruleLabel: '缺失的先派网格员看护' });
    const { caseId } = report;
    expect(await worker.call(takeCase, { caseId })).toMatchObject({ state: 'in-hand' });
    const photos = [await worker.photo(2), await worker.photo(3)];
    const handled = { caseId, result: 'solved', words: '看护到位，已换新井盖' } as const;
    const bare = await worker.ask(handleCase, { ...handled, photos: photos.slice(0, 1) });
    expect(bare).toMatchObject({ status: 409, error: { code: 'evidence-missing', params: { count: 1 } } });
    expect(await worker.call(handleCase, { ...handled, photos })).toMatchObject({ state: 'handled' });
    const own = await worker.ask(checkCase, { caseId, pass: true, photos: [] });
    expect(own).toMatchObject({ status: 409, error: { code: 'handler-cannot-check' } });
    expect(await checker.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
    await resident.call(rateCase, { caseId, rating: 5, words: '很快' });
    expect(await resident.ask(rateCase, { caseId, rating: 1 })).toMatchObject({ error: { code: 'already-rated' } });
    const story = await resident.call(getCase, { caseId });
    expect(story).toMatchObject({ state: 'closed', rating: 5, result: 'solved' });
    expect(await checker.call(getCase, { caseId })).toMatchObject({ dispatch: { ruleKey: 'guard-first' } });
    expect(story.story.map((entry) => entry.kind)).toEqual([
      'report',
      'accept',
      'dispatch',
      'take',
      'handle',
      'check-pass',
      'rate',
    ]);
  });

  it.each<[string, Record<string, string | number | boolean>, AreaKey, string, string | null]>([
    ['06010', { site: 'road' }, 'east1', monday, '东园第1微网格 专职网格员'],
    ['06010', { site: 'compound' }, 'east1', monday, '安居物业'],
    ['06017', { site: 'road' }, 'east1', monday, '绿化市容所'],
    ['06028', { source: 'shop' }, 'east1', monday, '东园第1微网格 专职网格员'],
    ['06028', { source: 'shop' }, 'east1', '2026-03-16T23:00:00+08:00', '派出所'],
    ['06028', { source: 'home' }, 'east1', monday, '安居物业'],
    ['09011', { bikes: 40 }, 'mall1', monday, '共享单车运维队'],
    ['loc-03', {}, 'east1', monday, '安居物业'],
    ['loc-03', { escape: true }, 'east1', monday, '东园第1微网格 专职网格员'],
    // No such unit on this street: the desk sees which rule fired and decides.
    ['09005', {}, 'mall1', monday, null],
  ])('sends %s %o in %s at %s to %s', async (typeCode, form, area, now, holder) => {
    test.clock.set(now);
    const input = { typeCode, form, words: '请看一下', place: at(area), photos: [] };
    expect(await resident.call(reportCase, input)).toMatchObject({ state: holder ? 'dispatched' : 'accepted', holder });
  });

  it('returns twice at most, then the dispatcher has ruled', async () => {
    test.clock.set(monday);
    const { caseId } = await resident.call(reportCase, { ...cover, place: at('east1'), photos: [] });
    const back = { caseId, reason: '属房管的井盖', rightUnitId: test.street.unit.housing.id };
    const to = { kind: 'post', postId: String(worker.postId) } as const;
    for (let round = 1; round <= 2; round++) {
      expect(await worker.call(returnCase, back)).toMatchObject({ state: 'accepted' });
      await dispatcher.call(dispatchCase, { caseId, to });
    }
    expect(await worker.ask(returnCase, back)).toMatchObject({ status: 409, error: { code: 'returns-used-up' } });
  });

  it('runs its clocks: four working hours, reminded an hour before, told to others when over', async () => {
    test.clock.set(monday);
    const leader = await test.staff('micro-grid-leader', 'east1');
    const { caseId } = await resident.call(reportCase, {
      typeCode: '06010',
      words: '一堆垃圾',
      place: at('east1'),
      photos: [],
    });
    await worker.call(takeCase, { caseId });
    const toldTo = async (who: Caller) => {
      await test.settle();
      const { notices } = await who.call(listNotices, {});
      return notices.filter((notice) => notice.nounId === caseId).map((notice) => notice.kind);
    };
    const handle = (await worker.call(getCase, { caseId })).clocks.find((clock) => clock.name === 'handle');
    expect(handle?.dueAt).toBe('2026-03-16T06:00:00.000Z');
    test.clock.set('2026-03-16T13:00:00+08:00');
    expect(await toldTo(worker)).toContain('case.remind');
    expect(await toldTo(leader)).toEqual([]);
    test.clock.set('2026-03-16T14:00:00+08:00');
    expect(await toldTo(leader)).toEqual(['case.escalated']);
    expect((await worker.call(getCase, { caseId })).due).toMatchObject({ overdue: true });
  });

  it('gives the bikes’ operator two hours of the clock, by night too', async () => {
    test.clock.set('2026-03-16T21:30:00+08:00');
    const input = { typeCode: '09011', words: '单车堆满路口', place: at('mall1'), photos: [] };
    const { caseId } = await resident.call(reportCase, input);
    const { clocks } = await dispatcher.call(getCase, { caseId });
    expect(clocks.find((clock) => clock.name === 'handle')?.dueAt).toBe('2026-03-16T15:30:00.000Z');
    test.clock.set('2026-03-16T23:31:00+08:00');
    await test.settle();
    expect(await dispatcher.call(getCase, { caseId })).toMatchObject({ supervised: true, state: 'dispatched' });
  });

  it('lets a worker solve on the spot, checked by sample, never where the type forbids it', async () => {
    test.clock.set(monday);
    const spot = {
      words: '地上有垃圾',
      place: at('east1'),
      before: [],
      done: '已捡走',
      after: [await worker.photo(9)],
    };
    const { state } = await worker.call(selfHandleCase, { ...spot, typeCode: '06010' });
    expect(['handled', 'closed']).toContain(state);
    const cables = { ...spot, typeCode: '06027' };
    expect(await worker.ask(selfHandleCase, cables)).toMatchObject({ status: 409, error: { code: 'self-handle-off' } });
  });

  it('keeps what fits no kind at the desk until somebody has read it', async () => {
    test.clock.set(monday);
    const input = { typeCode: 'loc-99', words: '不知道该找谁', place: at('east1'), photos: [] };
    const { caseId, state } = await resident.call(reportCase, input);
    expect(state).toBe('reported');
    expect(await worker.ask(acceptCase, { caseId })).toMatchObject({ status: 403 });
    await dispatcher.call(acceptCase, { caseId });
    const sent = await dispatcher.call(dispatchCase, { caseId, to: { kind: 'rule' } });
    expect(sent).toMatchObject({ state: 'dispatched' });
  });
});
