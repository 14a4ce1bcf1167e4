import { inviteParty, listInvitations, reportCase, takeCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import type { Channel } from './channel.ts';
import { type DysmsStandIn, startDysmsStandIn } from './dysms-stand-in.ts';
import { createSendInvitation } from './send-invitation.ts';

const settings = { accessKey: 'id-1', secretKey: 'secret-1', signName: '邻里', templateCode: 'SMS_1' };
const now = '2026-03-16T22:00:00+08:00';

/** A mediation in the hands of the committee. */
async function inHand(test: TestApp): Promise<{ caseId: string; committee: Caller }> {
  const [resident, committee] = [await test.resident(), await test.staff('unit-lead', 'east', 'committee')];
  const { caseId } = await resident.call(reportCase, {
    typeCode: 'mediation',
    words: '楼上漏水，赔多少谈不拢',
    form: { kind: 'neighbour', applicants: 'one', otherParty: '五楼', claim: '赔偿' },
    place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
    photos: [],
  });
  await committee.call(takeCase, { caseId });
  return { caseId, committee };
}
const deliveriesOf = (test: TestApp) =>
  test.app.database.asSystem((db) =>
    db.selectFrom('delivery').select(['channel', 'state', 'problem']).where('template', '=', 'invitation').execute(),
  );

describe('invitations by SMS', () => {
  let test: TestApp;
  let gateway: DysmsStandIn;
  let scene: Awaited<ReturnType<typeof inHand>>;
  beforeAll(async () => {
    gateway = await startDysmsStandIn({ ...settings, now: () => new Date(now) });
    const sms = { endpoint: gateway.endpoint, ...settings, invitationTemplateCode: 'SMS_2' };
    test = await createTestApp({ now, config: { demo: false, sms } });
    scene = await inHand(test);
  });
  afterAll(async () => {
    await test.close();
    await gateway.close();
  });

  it('carry the code and its last day to the telephone, at once, and nothing of the matter', async () => {
    const { caseId, committee } = scene;
    const made = await committee.call(inviteParty, { caseId, phone: '13911112222' });
    expect(made.delivery).toBe('sent');
    expect(gateway.sent.at(-1)).toEqual({
      sign: '邻里',
      phone: '13911112222',
      template: 'SMS_2',
      params: { code: made.code, day: '2026-03-23' },
    });
    expect(await deliveriesOf(test)).toEqual([{ channel: 'sms', state: 'sent', problem: null }]);
  });

  it('that no gateway takes stand and are handed over otherwise', async () => {
    const { caseId, committee } = scene;
    gateway.failNext('isp.SYSTEM_ERROR');
    const made = await committee.call(inviteParty, { caseId, phone: '13911113333' });
    expect(made).toMatchObject({ code: expect.any(String), delivery: 'failed' });
    const { invitations } = await committee.call(listInvitations, { caseId });
    // Said to be sent only where it was.
    expect(invitations.map(({ sentTo }) => sentTo)).toEqual([null, '139****2222']);
  });
});

describe('a channel that breaks', () => {
  it('never throws', async () => {
    const channel: Channel = {
      name: 'sms',
      templates: ['invitation'],
      send: () => Promise.reject(new Error('the gateway fell over')),
    };
    const problems: unknown[] = [];
    const log = { error: (fields: unknown) => void problems.push(fields) };
    const send = createSendInvitation({
      ...({} as Parameters<typeof createSendInvitation>[0]), // the rest is not reached
      ...{ log, channels: [channel], demo: false },
    });
    expect(await send('13911112222', 'ABCD-EFGH', new Date(now))).toBe('failed');
    expect(problems).toHaveLength(1);
  });
});

describe('invitations without a template', () => {
  it('are made, and not sent', async () => {
    const test = await createTestApp({ now, config: { demo: false, sms: null } });
    const { caseId, committee } = await inHand(test);
    const made = await committee.call(inviteParty, { caseId, phone: '13911112222' });
    expect(made).toMatchObject({ code: expect.any(String), delivery: 'failed' });
    expect(await deliveriesOf(test)).toEqual([]);
    await test.close();
  });
});
