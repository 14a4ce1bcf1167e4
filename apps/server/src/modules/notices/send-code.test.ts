import { requestPhoneCode, signInByPhone } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { type DysmsStandIn, startDysmsStandIn } from './dysms-stand-in.ts';

const settings = { accessKey: 'id-1', secretKey: 'secret-1', signName: '邻里', templateCode: 'SMS_1' };
const deliveriesOf = (test: TestApp) =>
  test.app.database.asSystem((db) =>
    db
      .selectFrom('delivery')
      .select(['channel', 'template', 'state', 'problem', 'address_hash'])
      .orderBy('id')
      .execute(),
  );

describe('sign-in codes in demonstration mode', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('are shown on the page and go nowhere', async () => {
    const { demoCode } = await test.nobody.call(requestPhoneCode, { phone: '13911112222' });
    expect(demoCode).toMatch(/^\d{6}$/);
    const rows = await deliveriesOf(test);
    expect(rows).toMatchObject([{ channel: 'demo', template: 'sign-in-code', state: 'shown', problem: null }]);
    expect(rows[0]?.address_hash).toEqual(test.crypto.lookupHash('13911112222', 'phone'));
  });
});

describe('sign-in codes by SMS', () => {
  let test: TestApp;
  let gateway: DysmsStandIn;
  beforeAll(async () => {
    gateway = await startDysmsStandIn({ ...settings, now: () => new Date('2026-03-16T23:00:00+08:00') });
    const sms = { endpoint: gateway.endpoint, ...settings };
    test = await createTestApp({ now: '2026-03-16T23:00:00+08:00', config: { demo: false, sms } });
  });
  afterAll(async () => {
    await test.close();
    await gateway.close();
  });

  it('reach the phone, by night too, and sign in', async () => {
    const phone = '13911113333';
    const answer = await test.nobody.call(requestPhoneCode, { phone });
    expect(answer.demoCode).toBeNull();
    const message = gateway.sent.at(-1);
    expect(message).toMatchObject({ phone, template: 'SMS_1', params: { code: expect.stringMatching(/^\d{6}$/) } });
    const code = message?.params.code ?? '';
    expect(await test.nobody.call(signInByPhone, { phone, code })).toMatchObject({ kind: 'resident' });
  });

  it('are refused as unavailable when the gateway fails, which is kept without the code', async () => {
    gateway.failNext('isp.SYSTEM_ERROR');
    const answer = await test.nobody.ask(requestPhoneCode, { phone: '13911114444' });
    expect(answer).toMatchObject({ status: 503, error: { code: 'unavailable' } });
    expect((await deliveriesOf(test)).at(-1)).toMatchObject({
      channel: 'sms',
      state: 'failed',
      problem: 'isp.SYSTEM_ERROR',
    });
  });

  it('point at the phone when the gateway does not know the number', async () => {
    gateway.failNext('isv.MOBILE_NUMBER_ILLEGAL');
    const answer = await test.nobody.ask(requestPhoneCode, { phone: '13911115555' });
    expect(answer).toMatchObject({ status: 400, error: { code: 'input-invalid', fields: [{ path: 'phone' }] } });
  });
});

describe('sign-in codes without any channel', () => {
  it('are refused as unavailable', async () => {
    const test = await createTestApp({ config: { demo: false, sms: null } });
    const answer = await test.nobody.ask(requestPhoneCode, { phone: '13911116666' });
    expect(answer).toMatchObject({ status: 503, error: { code: 'unavailable' } });
    await test.close();
  });
});
