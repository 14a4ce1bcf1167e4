import * as contract from '@linli/contract';
import type { Caller, TestApp } from '../../test/test-app.ts';

type To = { kind: 'unit'; unitId: string } | { kind: 'pool'; unitKind: string };

/** Ten days ago: one left with everybody who can have a case. Today: every step, some twice. Answers the case that stands still. */
export async function playBusyDay({ street, clock, settle, staff, resident }: TestApp): Promise<string> {
  const [worker, otherWorker] = [await staff('grid-worker', 'east1'), await staff('grid-worker', 'west1')];
  const dispatcher = await staff('dispatcher', 'street');
  const [chief, chief2] = [await staff('duty-chief', 'street'), await staff('duty-chief', 'street')];
  const checker = await staff('checker', 'street');
  const [greening, firm] = [
    await staff('unit-handler', 'street', 'greening'),
    await staff('unit-handler', 'east', 'firm'),
  ];
  const reporter = await resident();
  const photo = await worker.photo();
  const toGreening: To = { kind: 'unit', unitId: street.unit.greening.id };
  const toPool: To = { kind: 'pool', unitKind: 'property-firm' };
  const where = (key: 'east1' | 'west1') => ({ ...street.area[key].point, crs: 'wgs84' as const, address: '' });
  const report = async (typeCode: string, key: 'east1' | 'west1' = 'east1') => {
    const input = { typeCode, words: '说一件事', place: where(key), form: {}, photos: [], urgent: false };
    return (await reporter.call(contract.reportCase, { ...input, anonymous: false })).caseId;
  };
  const send = (caseId: string, to: To) =>
    dispatcher.call(contract.dispatchCase, { caseId, to, words: '', ruling: false });
  const sent = async (to: To) => {
    const caseId = await report('loc-99');
    await dispatcher.call(contract.acceptCase, { caseId });
    await send(caseId, to);
    return caseId;
  };
  const handle = (by: Caller, caseId: string) =>
    by.call(contract.handleCase, { caseId, result: 'solved', words: '好了', photos: [photo] });
  const check = (caseId: string, pass: boolean) =>
    checker.call(contract.checkCase, { caseId, pass, words: '看过', photos: [] });
  /** Handled by the micro-grid's worker; only a sample is checked, so until one is. */
  const handled = async (): Promise<string> => {
    const caseId = await report('06010');
    return (await handle(worker, caseId)).state === 'handled' ? caseId : handled();
  };
  const closed = async () => {
    const caseId = await handled();
    await check(caseId, true);
    return caseId;
  };

  await report('loc-99');
  await report('06010');
  await report('06010', 'west1');
  await sent(toGreening);
  await sent(toPool);
  await firm.call(contract.takeCase, { caseId: await sent(toPool) });
  await handled();
  await closed();
  const still = await sent(toGreening);
  await greening.call(contract.takeCase, { caseId: still });
  clock.forward(10 * 24 * 60);
  await settle();
  await greening.call(contract.askSuspension, { caseId: still, reason: '等配件' });
  await chief.call(contract.decideRequest, { caseId: still, grant: true, words: '' });

  const twice = await sent(toGreening);
  await greening.call(contract.returnCase, { caseId: twice, reason: '不归我们', rightUnitId: street.unit.housing.id });
  await send(twice, toGreening);
  const failed = await handled();
  await check(failed, false);
  if ((await handle(worker, failed)).state === 'handled') await check(failed, true);
  const rated = await closed();
  await reporter.call(contract.rateCase, { caseId: rated, rating: 5, words: '' });
  await reporter.call(contract.reopenCase, { caseId: await closed(), words: '还在', photos: [] });
  const wrong = await sent(toGreening);
  await chief.call(contract.askVoid, { caseId: wrong, reason: '测试' });
  await chief2.call(contract.decideRequest, { caseId: wrong, grant: true, words: '' });
  const declined = await report('loc-99');
  await dispatcher.call(contract.acceptCase, { caseId: declined });
  await dispatcher.call(contract.declineCase, { caseId: declined, reason: '重复' });
  await dispatcher.call(contract.mergeCase, { caseId: await report('loc-99'), intoCaseId: twice });
  const spot = { typeCode: '06010', words: '路边', form: {}, before: [photo], after: [photo], done: '清了' };
  await otherWorker.call(contract.selfHandleCase, { ...spot, place: where('west1') });
  await settle();
  return still;
}
