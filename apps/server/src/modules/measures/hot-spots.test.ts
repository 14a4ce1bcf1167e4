import { askVoid, decideRequest, dispatchCase, listHotSpots, listUnits, reportCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rewindConsumer } from '../../platform/journal/index.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { hotSpotsConsumer } from './index.ts';

let test: TestApp;
let resident: Caller;
let duty: Caller;
let chief: Caller;
beforeAll(async () => {
  test = await createTestApp({ now: '2026-03-16T10:00:00+08:00' });
  resident = await test.resident();
  duty = await test.staff('dispatcher', 'street');
  chief = await test.staff('duty-chief', 'street');
});
afterAll(() => test.close());

const metre = 1 / 111_320;
async function report(metresNorth: number, area: 'east1' | 'west1' = 'east1'): Promise<string> {
  const { lng, lat } = test.street.area[area].point;
  const place = { lng, lat: lat + metresNorth * metre, crs: 'wgs84' as const, address: '' };
  const { caseId } = await resident.call(reportCase, {
    typeCode: '06010',
    words: '共享单车堆在路口',
    place,
    photos: [],
  });
  return caseId;
}
const look = (caller: Caller) => caller.call(listHotSpots, { typeCodes: ['06010'], days: 30 });

describe('hot spots', () => {
  it('gather reports of one kind at one place, with the unit called there and how often again', async () => {
    const ids = [await report(0), await report(5), await report(12)];
    await report(0, 'west1');
    const { units } = await duty.call(listUnits, {});
    const firm = units.find((unit) => unit.kind === 'department');
    for (const caseId of ids.slice(0, 2))
      await duty.ask(dispatchCase, { caseId, to: { kind: 'unit', unitId: firm?.id ?? '' }, words: '' });
    await test.settle();
    await vi.waitFor(async () => {
      const { spots } = await look(duty);
      expect(spots.map((spot) => spot.count)).toEqual([3]);
      expect(spots[0]?.cases.map((one) => one.id).sort()).toEqual(ids.toSorted());
      expect(spots[0]?.areaName).toBe(test.street.area.east1.name);
    });
  });

  it('forget a void report and come back the same after a rewind', async () => {
    const { spots } = await look(duty);
    const caseId = spots[0]?.cases[0]?.id ?? '';
    await duty.call(askVoid, { caseId, reason: '误报' });
    await chief.call(decideRequest, { caseId, grant: true, words: '' });
    await test.settle();
    await vi.waitFor(async () => expect((await look(duty)).spots).toEqual([]));
    await rewindConsumer(test.app.database, hotSpotsConsumer);
    await report(20);
    await test.settle();
    await vi.waitFor(async () => expect((await look(duty)).spots.map((spot) => spot.count)).toEqual([3]));
  });

  it('are shown within the area whose measures one reads, and to nobody else', async () => {
    const west = await test.staff('committee-secretary', 'west');
    expect((await look(west)).spots).toEqual([]);
    expect((await resident.ask(listHotSpots, { typeCodes: ['06010'] })).status).toBe(403);
    const bad = await duty.ask(listHotSpots, { typeCodes: [], days: 1000 });
    expect(bad.status).toBe(400);
  });
});
