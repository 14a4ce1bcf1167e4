import {
  acceptCase,
  checkCase,
  contactReporter,
  dispatchCase,
  getCase,
  handleCase,
  reportCase,
  takeCase,
  tickChecklist,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let worker: Caller;
let checker: Caller;
let dispatcher: Caller;
let housing: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  resident = await test.resident();
  worker = await test.staff('grid-worker', 'east1');
  checker = await test.staff('checker', 'street');
  dispatcher = await test.staff('dispatcher', 'street');
  housing = await test.staff('unit-lead', 'street', 'housing');
});
afterAll(() => test.close());

const place = () => ({ ...test.street.area.east1.point, crs: 'wgs84' as const, address: '崂山路1弄2号' });
const twoPhotos = async (by: Caller) => [await by.photo(1), await by.photo(2)];

describe('objects thrown from height', () => {
  const steps = ['cordon', 'keep-object', 'ask-video', 'visit-floors', 'notice'];
  const report = { typeCode: 'loc-01', words: '楼上扔下一个花盆', form: { source: 'thrown' }, photos: [] };

  it('is handled only when every standard step is done; optional ones may stay open', async () => {
    const { caseId, holder } = await resident.call(reportCase, { ...report, place: place() });
    expect(holder).toBe('东园第1微网格 专职网格员');
    await worker.call(takeCase, { caseId });
    await worker.call(tickChecklist, { caseId, ticked: steps.slice(0, 4) });
    const handled = { caseId, result: 'solved', words: '已排查并张贴提示', photos: await twoPhotos(worker) } as const;
    const early = await worker.ask(handleCase, handled);
    expect(early).toMatchObject({ status: 409, error: { code: 'checklist-incomplete' } });
    expect(JSON.stringify(early.error)).toContain('张贴提示');
    const unknown = await worker.ask(tickChecklist, { caseId, ticked: ['dance'] });
    expect(unknown).toMatchObject({ status: 409, error: { code: 'unknown-item' } });
    expect(await worker.call(handleCase, { ...handled, ticked: ['notice'] })).toMatchObject({ state: 'handled' });
    expect((await checker.call(getCase, { caseId })).ticked.toSorted()).toEqual(steps.toSorted());
    expect(await checker.call(checkCase, { caseId, pass: true, photos: [] })).toMatchObject({ state: 'closed' });
  });

  it('goes to the police when somebody is hurt and to the firm when it fell off the wall', async () => {
    const hurt = await resident.call(reportCase, { ...report, form: { source: 'thrown', hurt: true }, place: place() });
    expect(hurt.holder).toBe('派出所');
    const fell = await resident.call(reportCase, { ...report, form: { source: 'fell' }, place: place() });
    expect(fell.holder).toBe('安居物业');
  });

  it('asks how it came down', async () => {
    const answer = await resident.ask(reportCase, { ...report, form: {}, place: place() });
    expect(answer).toMatchObject({ status: 400, error: { fields: [{ path: 'form.source', code: 'required' }] } });
  });
});

describe('group renting', () => {
  it('is read by the desk first and seen by nobody else', async () => {
    const form = { room: '2号301室', people: 14, signs: ['partition', 'bunks'] };
    const report = { typeCode: 'loc-02', words: '隔了六间出租', form, place: place(), photos: [] };
    const { caseId, state } = await resident.call(reportCase, { ...report, visibility: 'public' });
    expect(state).toBe('reported');
    const other = await test.resident();
    expect(await other.ask(getCase, { caseId })).toMatchObject({ status: 404 });
    await dispatcher.call(acceptCase, { caseId });
    await dispatcher.call(dispatchCase, { caseId, to: { kind: 'rule' } });
    const seen = await housing.call(getCase, { caseId });
    expect(seen).toMatchObject({ visibility: 'private', form: { room: '2号301室' }, holder: { name: '房屋管理办' } });
    await housing.call(takeCase, { caseId });
    const bare = { caseId, result: 'solved', words: '已拆除', photos: await twoPhotos(housing) } as const;
    expect(await housing.ask(handleCase, bare)).toMatchObject({ error: { code: 'checklist-incomplete' } });
  });
});

describe('illegal building', () => {
  it('is visited within 24 hours or supervised', async () => {
    test.clock.set(monday);
    const form = { stage: 'finished', kind: 'roof' };
    const report = { typeCode: '06001', words: '露台搭了阳光房', form, place: place(), photos: [] };
    const visited = await resident.call(reportCase, report);
    const missed = await resident.call(reportCase, report);
    await housing.call(takeCase, { caseId: visited.caseId });
    await housing.call(contactReporter, { caseId: visited.caseId, reached: true, way: 'visit', words: '已到场取证' });
    test.clock.set('2026-03-17T10:01:00+08:00');
    await test.settle();
    expect(await dispatcher.call(getCase, { caseId: visited.caseId })).toMatchObject({ supervised: false });
    expect(await dispatcher.call(getCase, { caseId: missed.caseId })).toMatchObject({ supervised: true });
    expect(visited.promisedAt?.slice(0, 7)).toBe('2026-04');
  });
});
