import {
  advanceCase,
  checkCase,
  dispatchCase,
  finishPart,
  getCase,
  reportCase,
  splitCase,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let leader: Caller;
let dispatcher: Caller;
let housing: Caller;
let police: Caller;
let greening: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  leader = await test.staff('micro-grid-leader', 'east1');
  dispatcher = await test.staff('dispatcher', 'street');
  housing = await test.staff('unit-lead', 'street', 'housing');
  police = await test.staff('unit-lead', 'street', 'police');
  greening = await test.staff('unit-lead', 'street', 'greening');
});
afterAll(() => test.close());

const unitId = (key: 'housing' | 'police' | 'greening') => test.street.unit[key].id;
const found = { found: '群租十二间，电线私拉' };

/** In the hands of housing with the police and greening as force, standing at the parts. */
async function atWork(): Promise<string> {
  test.clock.set(monday);
  const { caseId } = await leader.call(reportCase, {
    typeCode: 'task-force',
    words: '群租、私拉电线、绿地堆物一起整治',
    form: { topic: '群租牵出多头问题', goal: '人员清退、线路拆除、绿地恢复' },
    place: { ...test.street.area.east1.point, crs: 'wgs84', address: '' },
    photos: [],
  });
  await dispatcher.call(dispatchCase, { caseId, to: { kind: 'unit', unitId: unitId('housing') } });
  await housing.call(takeCase, { caseId });
  const parts = [
    { unitId: unitId('housing'), lead: true },
    { unitId: unitId('police'), lead: false, words: '核对人员', dueDay: '2026-03-20' },
    { unitId: unitId('greening'), lead: false, words: '清理绿地' },
  ];
  await housing.call(splitCase, { caseId, parts });
  await housing.call(advanceCase, { caseId, stage: 'visit', outcome: 'work', form: found });
  return caseId;
}

describe('a task force', () => {
  it('ends when every part has ended; the lead concludes and somebody else checks', async () => {
    const caseId = await atWork();
    const seen = await greening.call(getCase, { caseId });
    expect(seen.parts.map(({ unitName, asked }) => `${unitName} ${asked}`)).toEqual([
      '房屋管理办 ',
      '派出所 核对人员',
      '绿化市容所 清理绿地',
    ]);
    await police.call(finishPart, { caseId, words: '登记九人，两人另案处理' });
    const early = await housing.ask(advanceCase, { caseId, stage: 'work', outcome: 'all-done' });
    expect(early).toMatchObject({ status: 409, error: { code: 'parts-unfinished' } });
    await greening.call(finishPart, { caseId, words: '绿地已清', photos: [await greening.photo(4)] });
    await housing.call(advanceCase, { caseId, stage: 'work', outcome: 'all-done' });
    const conclude = { caseId, stage: 'conclude', outcome: 'solved', form: { summary: '三家同日完成' } };
    const bare = await housing.ask(advanceCase, conclude);
    expect(bare).toMatchObject({ status: 409, error: { code: 'evidence-missing' } });
    const done = await housing.call(advanceCase, { ...conclude, photos: [await housing.photo(5)] });
    expect(done).toMatchObject({ state: 'handled' });
    expect(await housing.ask(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ ok: null });
    const checker = await test.staff('checker', 'street');
    expect(await checker.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
  });

  it('rings for the part that is late on its own day, and for nobody else', async () => {
    const caseId = await atWork();
    test.clock.set('2026-03-20T17:31:00+08:00');
    await test.settle();
    const { parts } = await dispatcher.call(getCase, { caseId });
    expect(parts.map(({ unitName, overdue }) => [unitName, overdue])).toEqual([
      ['房屋管理办', false],
      ['派出所', true],
      ['绿化市容所', false],
    ]);
  });

  it('takes an answer once, from a unit of the force only, and lets no part conclude', async () => {
    const caseId = await atWork();
    const firm = await test.staff('unit-lead', 'east', 'firm');
    expect(await firm.ask(finishPart, { caseId })).toMatchObject({ status: 404 });
    await police.call(finishPart, { caseId });
    expect(await police.ask(finishPart, { caseId })).toMatchObject({ error: { code: 'part-unknown' } });
    const refused = await greening.ask(finishPart, { caseId, answer: 'refuse' });
    expect(refused).toMatchObject({ error: { code: 'words-needed' } });
    await greening.call(finishPart, { caseId });
    const other = await greening.ask(advanceCase, { caseId, stage: 'work', outcome: 'all-done' });
    expect(other).toMatchObject({ status: 403, error: { code: 'not-allowed' } });
  });
});
