import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { faultOf } from './aliyun-faults.ts';
import { signedForm } from './aliyun-signature.ts';
import type { Channel, ChannelTemplate, SendResult } from './channel.ts';

export interface SmsSettings {
  endpoint: string;
  accessKey: string;
  secretKey: string;
  signName: string;
  /** Template of sign-in codes, with the parameter `code`. */
  templateCode: string;
  /** Template of notices, with the parameter `number` (of the case); without it notices stay inside the product. */
  noticeTemplateCode?: string | null;
  /** Template of invitations, with the parameters `code` and `day`; without it their codes are handed over by whoever invites. */
  invitationTemplateCode?: string | null;
}

const timeoutMs = 4000;
const Answer = z.object({ Code: z.string(), BizId: z.string().optional() });

/** Aliyun Dysms `SendSms` (2017-05-25). The phone travels in the body, never in an address that a proxy might log. */
export function createAliyunSms(settings: SmsSettings, deps: { clock: Clock }): Channel {
  const templateCodes: Partial<Record<ChannelTemplate, string>> = {
    'sign-in-code': settings.templateCode,
    ...(settings.noticeTemplateCode ? { 'case-notice': settings.noticeTemplateCode } : {}),
    ...(settings.invitationTemplateCode ? { invitation: settings.invitationTemplateCode } : {}),
  };
  return {
    name: 'sms',
    templates: Object.keys(templateCodes) as ChannelTemplate[], // keys of the record above
    async send({ phone, template, params }) {
      const templateCode = templateCodes[template];
      if (!templateCode) return { ok: false, fault: 'setup', code: 'template-missing' };
      const { form } = signedForm(
        'POST',
        {
          AccessKeyId: settings.accessKey,
          Action: 'SendSms',
          Format: 'JSON',
          PhoneNumbers: phone,
          RegionId: 'cn-hangzhou',
          SignName: settings.signName,
          SignatureMethod: 'HMAC-SHA1',
          SignatureNonce: randomUUID(),
          SignatureVersion: '1.0',
          TemplateCode: templateCode,
          TemplateParam: JSON.stringify(params),
          Timestamp: deps.clock
            .now()
            .toISOString()
            .replace(/\.\d+Z$/, 'Z'),
          Version: '2017-05-25',
        },
        settings.secretKey,
      );
      return post(settings.endpoint, form);
    },
  };
}

async function post(endpoint: string, form: string): Promise<SendResult> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
      signal: AbortSignal.timeout(timeoutMs),
    });
    // Refusals come with a status of 4xx and the same body as success.
    const answer = Answer.safeParse(await response.json());
    if (!answer.success) return { ok: false, fault: 'unavailable', code: `http-${response.status}` };
    const { Code, BizId } = answer.data;
    if (Code === 'OK') return { ok: true, reference: BizId ?? '' };
    return { ok: false, fault: faultOf(Code), code: Code };
  } catch (error) {
    return { ok: false, fault: 'unavailable', code: error instanceof Error ? error.name : 'unknown' };
  }
}
