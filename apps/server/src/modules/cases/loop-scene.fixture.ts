import * as contract from '@linli/contract';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

/** The small street with everybody whom a case meets on its way. */
export async function loopScene() {
  const test: TestApp = await createTestApp();
  const resident = await test.resident();
  const place = (key: 'east1' | 'west1' = 'east1') => ({
    ...test.street.area[key].point,
    crs: 'wgs84' as const,
    address: '东园路1弄2号',
  });
  const dispatcher = await test.staff('dispatcher', 'street');
  return {
    test,
    resident,
    neighbour: await test.resident(),
    worker: await test.staff('grid-worker', 'east1'),
    otherWorker: await test.staff('grid-worker', 'west1'),
    dispatcher,
    chief: await test.staff('duty-chief', 'street'),
    chief2: await test.staff('duty-chief', 'street'),
    checker: await test.staff('checker', 'street'),
    greening: await test.staff('unit-handler', 'street', 'greening'),
    place,
    report: (by: Caller = resident, more: object = {}) =>
      by.call(contract.reportCase, {
        typeCode: '06010',
        words: '门口堆了几袋垃圾没人收',
        place: place(),
        form: {},
        photos: [],
        urgent: false,
        anonymous: false,
        ...more,
      }),
    detail: (caseId: string, by: Caller = dispatcher) => by.call(contract.getCase, { caseId }),
  };
}
export type LoopScene = Awaited<ReturnType<typeof loopScene>>;
