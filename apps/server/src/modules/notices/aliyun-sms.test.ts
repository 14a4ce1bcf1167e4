import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { percentEncode, signedForm } from './aliyun-signature.ts';
import { createAliyunSms } from './aliyun-sms.ts';
import { type DysmsStandIn, startDysmsStandIn } from './dysms-stand-in.ts';

describe('signature version 1.0', () => {
  it('is that of the published example', () => {
    const params = {
      AccessKeyId: 'testId',
      Action: 'SendSms',
      Format: 'XML',
      OutId: '123',
      PhoneNumbers: '15300000001',
      RegionId: 'cn-hangzhou',
      SignName: '阿里云短信测试专用',
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466',
      SignatureVersion: '1.0',
      TemplateCode: 'SMS_71390007',
      TemplateParam: '{"customer":"test"}',
      Timestamp: '2017-07-12T02:42:19Z',
      Version: '2017-05-25',
    };
    expect(signedForm('GET', params, 'testSecret').signature).toBe('zJDF+Lrzhj/ThnlvIToysFRq6t4=');
  });

  it.each([
    ['A-Za-z0-9-_.~', 'A-Za-z0-9-_.~'],
    ['a b', 'a%20b'],
    ["*()!'", '%2A%28%29%21%27'],
    ['邻里', '%E9%82%BB%E9%87%8C'],
    ['{"code":"1+1"}', '%7B%22code%22%3A%221%2B1%22%7D'],
  ])('encodes %s', (plain, encoded) => {
    expect(percentEncode(plain)).toBe(encoded);
  });
});

describe('aliyun sms', () => {
  const now = new Date('2026-03-16T10:00:00+08:00');
  const settings = {
    accessKey: 'id-1',
    secretKey: 'secret&1',
    signName: '邻里(测试)',
    templateCode: 'SMS_1',
    noticeTemplateCode: 'SMS_2',
  };
  const code = { phone: '13800000001', template: 'sign-in-code', params: { code: '012345' } } as const;
  let gateway: DysmsStandIn;
  beforeAll(async () => {
    gateway = await startDysmsStandIn({ ...settings, now: () => now });
  });
  afterAll(() => gateway.close());
  afterEach(() => gateway.sent.splice(0));
  const channel = (changes: object = {}, at = now) =>
    createAliyunSms({ endpoint: gateway.endpoint, ...settings, ...changes }, { clock: { now: () => at } });

  it('sends a code that the gateway takes, each with a nonce of its own', async () => {
    expect(await channel().send(code)).toEqual({ ok: true, reference: 'biz-1' });
    expect(await channel().send(code)).toEqual({ ok: true, reference: 'biz-2' });
    const sent = { phone: '13800000001', template: 'SMS_1', sign: '邻里(测试)', params: { code: '012345' } };
    expect(gateway.sent).toEqual([sent, sent]);
  });

  it('sends a notice by its own template, and none where there is no template', async () => {
    const notice = { phone: '13800000001', template: 'case-notice', params: { number: '20260316-000001' } } as const;
    expect(await channel().send(notice)).toMatchObject({ ok: true });
    expect(gateway.sent[0]).toMatchObject({ template: 'SMS_2', params: { number: '20260316-000001' } });
    const without = channel({ noticeTemplateCode: null });
    expect(without.templates).toEqual(['sign-in-code']);
    expect(await without.send(notice)).toEqual({ ok: false, fault: 'setup', code: 'template-missing' });
    expect(gateway.sent).toHaveLength(1);
  });

  it.each([
    ['a wrong secret', { secretKey: 'other' }, now, 'SignatureDoesNotMatch'],
    ['a wrong key', { accessKey: 'other' }, now, 'InvalidAccessKeyId.NotFound'],
    ['a clock that is off', {}, new Date(now.getTime() - 3_600_000), 'InvalidTimeStamp.Expired'],
  ])('says that the setup is wrong: %s', async (_what, changes, at, expected) => {
    expect(await channel(changes, at).send(code)).toEqual({ ok: false, fault: 'setup', code: expected });
    expect(gateway.sent).toEqual([]);
  });

  it.each([
    ['isv.BUSINESS_LIMIT_CONTROL', 'busy'],
    ['isv.MOBILE_NUMBER_ILLEGAL', 'number'],
    ['isv.AMOUNT_NOT_ENOUGH', 'account'],
    ['isv.DAY_LIMIT_CONTROL', 'account'],
    ['isv.SMS_TEMPLATE_ILLEGAL', 'setup'],
    ['isp.SYSTEM_ERROR', 'unavailable'],
    ['isv.SOMETHING_NEW', 'unavailable'],
  ])('knows what %s means', async (answer, fault) => {
    gateway.failNext(answer);
    expect(await channel().send(code)).toEqual({ ok: false, fault, code: answer });
  });

  it('is unavailable, and does not throw, when the gateway answers nonsense or nothing', async () => {
    gateway.breakNext(502);
    expect(await channel().send(code)).toMatchObject({ ok: false, fault: 'unavailable' });
    const nobody = channel({ endpoint: 'http://127.0.0.1:9' });
    expect(await nobody.send(code)).toMatchObject({ ok: false, fault: 'unavailable' });
  });
});
