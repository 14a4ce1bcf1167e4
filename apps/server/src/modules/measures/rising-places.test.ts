import * as contract from '@linli/contract';
import { listRisingPlaces, reportCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { procedurePack } from './procedure-pack.fixture.ts';

let test: TestApp;
let commander: Caller;
let chief: Caller;
let reporter: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: '2026-01-12T10:00:00+08:00' });
  const admin = await test.staff('system-admin', 'street');
  await admin.call(contract.importPack, { yaml: procedurePack, dryRun: false });
  commander = await test.staff('commander', 'street');
  chief = await test.staff('duty-chief', 'street');
  reporter = await test.resident();
  // A week's one in the east for eight weeks, none in the west.
  for (let week = 0; week < 8; week++) {
    await report('p-talk', 'east1', 1);
    test.clock.forward(7 * 24 * 60);
  }
}, 60_000);
afterAll(() => test.close());

async function report(typeCode: string, key: 'east1' | 'west1', times: number): Promise<void> {
  const place = { ...test.street.area[key].point, crs: 'wgs84' as const, address: '' };
  const input = { typeCode, words: '两家争一块空地', place, form: {}, photos: [], urgent: false };
  for (let i = 0; i < times; i++) await reporter.call(reportCase, { ...input, anonymous: false });
  await test.settle();
}

const placesOf = async (caller: Caller, more: object = {}) => {
  const { places } = await caller.call(listRisingPlaces, { group: 'talk', ...more });
  return places.map(({ name, count, usual }) => [name, count, usual]);
};

describe('places where something rises', () => {
  it('are those far above their usual week, each with the cases it counts', async () => {
    await report('p-talk', 'east1', 4);
    await report('p-talk', 'west1', 3);
    // Four where one is usual may be chance; three where none is are too few to be shown at all.
    expect(await placesOf(commander)).toEqual([]);
    await report('p-talk', 'east1', 1);
    await report('p-talk', 'west1', 1);
    const { places, from, until } = await commander.call(listRisingPlaces, { group: 'talk' });
    expect(places.map(({ name, count, usual }) => [name, count, usual])).toEqual([
      ['东园居民区', 5, 1],
      ['西园居民区', 4, 0],
    ]);
    expect([from, until]).toEqual(['2026-03-03', '2026-03-09']);
    const { counts } = await commander.call(contract.countCases, { filters: places.map(({ rows }) => rows) });
    expect(counts.map(({ count }) => count)).toEqual([5, 4]);
    expect(JSON.stringify(places)).not.toContain(reporter.accountId ?? 'nobody');
  });

  it('leave sealed kinds out for who may not see them', async () => {
    await report('p-sealed', 'west1', 3);
    expect(await placesOf(commander)).toContainEqual(['西园居民区', 4, 0]);
    expect(await placesOf(chief)).toContainEqual(['西园居民区', 7, 0]);
  });

  it('keep to the area read, and are nobody’s without measures', async () => {
    const secretary = await test.staff('committee-secretary', 'east');
    expect(await placesOf(secretary)).toEqual([['东园居民区', 5, 1]]);
    const areaId = test.street.area.west.id;
    expect(await secretary.ask(listRisingPlaces, { group: 'talk', areaId })).toMatchObject({ status: 404 });
    expect(await reporter.ask(listRisingPlaces, { group: 'talk' })).toMatchObject({ status: 403 });
    expect(await placesOf(commander, { group: 'nothing' })).toEqual([]);
  });
});
