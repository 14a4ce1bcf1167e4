import { checkCase, handleCase, listNotices, readNotices, reportCase } from '@linli/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { type DysmsStandIn, startDysmsStandIn } from './dysms-stand-in.ts';

const settings = {
  accessKey: 'id-1',
  secretKey: 'secret-1',
  signName: '邻里',
  templateCode: 'SMS_1',
  noticeTemplateCode: 'SMS_2',
};
let test: TestApp;
let gateway: DysmsStandIn;
let worker: Caller;
let checker: Caller;
let phones = 0;

beforeAll(async () => {
  gateway = await startDysmsStandIn({ ...settings, now: () => test.clock.now() });
  const sms = { endpoint: gateway.endpoint, ...settings };
  test = await createTestApp({ config: { demo: false, sms } });
  worker = await test.staff('grid-worker', 'east1');
  checker = await test.staff('checker', 'street');
});
afterAll(async () => {
  await test.close();
  await gateway.close();
});
afterEach(() => gateway.sent.splice(0));

/** A case closed at this moment, whose reporter has a phone. */
async function closeCase(at: string): Promise<{ resident: Caller; phone: string; number: string }> {
  test.clock.set(at);
  const phone = `1371234${String(++phones).padStart(4, '0')}`;
  const resident = await test.resident(phone);
  const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' };
  const report = { typeCode: '01002', words: '井盖没有了', form: { state: 'missing' }, place, photos: [] };
  const { caseId, number } = await resident.call(reportCase, report);
  const photos = [await worker.photo(1), await worker.photo(2)];
  await worker.call(handleCase, { caseId, result: 'solved', words: '已装好', photos });
  await checker.call(checkCase, { caseId, pass: true, photos: [] });
  await test.settle();
  return { resident, phone, number };
}

async function deliveryOf(resident: Caller) {
  return test.app.database.asSystem((db) =>
    db
      .selectFrom('delivery')
      .innerJoin('notice', 'notice.id', 'delivery.notice_id')
      .select(['delivery.state', 'delivery.tries', 'delivery.problem', 'delivery.address_hash'])
      .where('notice.account_id', '=', resident.accountId)
      .executeTakeFirstOrThrow(),
  );
}
async function forward(minutes: number): Promise<void> {
  test.clock.forward(minutes);
  await test.settle();
}

describe('deliveries', () => {
  it('wait for the gateway apart from deadlines and from long tables', () => {
    const loops = Object.values(test.app.slowLoops).map((handlers) => Object.keys(handlers));
    expect(loops.filter((kinds) => kinds.includes('notice.deliver'))).toEqual([['notice.deliver']]);
    expect(loops.flat()).toContain('import.step');
    expect(loops.flat()).not.toContain('case.clock');
  });

  it('go out when the notice is still unread after an hour, with the number and nothing else', async () => {
    const { resident, phone, number } = await closeCase('2026-03-17T10:00:00+08:00');
    await forward(59);
    expect(gateway.sent).toEqual([]);
    await forward(2);
    expect(gateway.sent).toEqual([{ phone, template: 'SMS_2', sign: '邻里', params: { number } }]);
    expect(await deliveryOf(resident)).toMatchObject({
      state: 'sent',
      tries: 1,
      address_hash: test.crypto.lookupHash(phone, 'phone'),
    });
    await forward(600);
    expect(gateway.sent).toHaveLength(1);
  });

  it('are not needed once the person has read it', async () => {
    const { resident } = await closeCase('2026-03-18T10:00:00+08:00');
    expect((await resident.call(listNotices, {})).unread).toBe(1);
    await resident.call(readNotices, { noticeIds: 'all' });
    await forward(120);
    expect(gateway.sent).toEqual([]);
    expect(await deliveryOf(resident)).toMatchObject({ state: 'not-needed', tries: 0 });
  });

  it('wait for the morning', async () => {
    const { phone } = await closeCase('2026-03-19T20:30:00+08:00');
    await forward(180);
    expect(gateway.sent).toEqual([]);
    test.clock.set('2026-03-20T08:00:00+08:00');
    await test.settle();
    expect(gateway.sent).toMatchObject([{ phone }]);
  });

  it('are tried again while the gateway is busy, later each time', async () => {
    const { resident } = await closeCase('2026-03-21T10:00:00+08:00');
    gateway.failNext('isv.BUSINESS_LIMIT_CONTROL', 'isv.BUSINESS_LIMIT_CONTROL');
    await forward(61);
    expect(await deliveryOf(resident)).toMatchObject({
      state: 'waiting',
      tries: 1,
      problem: 'isv.BUSINESS_LIMIT_CONTROL',
    });
    await forward(1);
    expect(await deliveryOf(resident)).toMatchObject({ state: 'waiting', tries: 2 });
    await forward(1);
    expect(await deliveryOf(resident)).toMatchObject({ tries: 2 });
    await forward(1);
    expect(await deliveryOf(resident)).toMatchObject({ state: 'sent', tries: 3, problem: null });
  });

  it('are given up for a number that does not exist', async () => {
    const { resident } = await closeCase('2026-03-22T10:00:00+08:00');
    gateway.failNext('isv.MOBILE_NUMBER_ILLEGAL');
    await forward(61);
    await forward(600);
    expect(await deliveryOf(resident)).toMatchObject({
      state: 'failed',
      tries: 1,
      problem: 'isv.MOBILE_NUMBER_ILLEGAL',
    });
    expect(gateway.sent).toEqual([]);
  });

  it('leave a gateway alone that does not answer, and come back', async () => {
    const first = await closeCase('2026-03-23T10:00:00+08:00');
    const second = await closeCase('2026-03-23T10:00:00+08:00');
    gateway.breakNext(502);
    await forward(61);
    const tries = [(await deliveryOf(first.resident)).tries, (await deliveryOf(second.resident)).tries];
    expect(tries.toSorted()).toEqual([0, 1]);
    await forward(2);
    expect(gateway.sent.map((message) => message.phone).toSorted()).toEqual([first.phone, second.phone].toSorted());
  });

  it('survive a process that dies while sending: the lease brings them back', async () => {
    const { resident, phone } = await closeCase('2026-03-24T10:00:00+08:00');
    await test.app.database.asSystem(async (db) => {
      const { id } = await db
        .selectFrom('delivery')
        .innerJoin('notice', 'notice.id', 'delivery.notice_id')
        .select('delivery.id')
        .where('notice.account_id', '=', resident.accountId)
        .executeTakeFirstOrThrow();
      await db.updateTable('delivery').set({ state: 'sending', tries: 1 }).where('id', '=', id).execute();
    });
    await forward(70);
    expect(gateway.sent).toMatchObject([{ phone }]);
    expect(await deliveryOf(resident)).toMatchObject({ state: 'sent', tries: 2 });
  });
});
