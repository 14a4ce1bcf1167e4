import * as contract from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStageScene, type StageScene } from './stage-scene.fixture.ts';

let scene: StageScene;
beforeAll(async () => {
  scene = await openStageScene();
}, 60_000);
afterAll(() => scene.test.close());

describe('a themed call', () => {
  it('is read by everybody and answered from its first day to its last', async () => {
    const { test, secretary, chief, resident, report } = scene;
    const call = { typeCode: 't-idea', topic: '口袋公园怎么改', background: '三处待改造', ways: '手机上提交' };
    const days = { opensOn: '2026-03-16', closesOn: '2026-03-31' };
    expect((await secretary.ask(contract.saveCall, { ...call, ...days })).status).toBe(403);
    expect((await chief.ask(contract.saveCall, { ...call, ...days, typeCode: 't-joint' })).error?.code).toBe(
      'type-not-open',
    );
    expect(
      (await chief.ask(contract.saveCall, { ...call, opensOn: '2026-03-31', closesOn: '2026-03-16' })).status,
    ).toBe(400);
    const { callId } = await chief.call(contract.saveCall, { ...call, ...days });
    await report('t-idea', resident, { callId });
    const { calls } = await test.nobody.call(contract.listCalls, {});
    expect(calls).toMatchObject([{ id: callId, topic: '口袋公园怎么改', isOpen: true, received: 1 }]);
    expect((await chief.call(contract.listCases, { callId })).cases).toHaveLength(1);
    const place = { ...test.street.area.east1.point, address: '' };
    const other = { typeCode: '06010', words: '门口垃圾', place, callId };
    expect((await resident.ask(contract.reportCase, other)).error?.code).toBe('call-not-open');
    await chief.call(contract.saveCall, { ...call, callId, opensOn: '2026-03-01', closesOn: '2026-03-15' });
    const late = { typeCode: 't-idea', words: '我有建议', place, callId };
    expect((await resident.ask(contract.reportCase, late)).error?.code).toBe('call-not-open');
    expect((await test.nobody.call(contract.listCalls, {})).calls).toEqual([]);
    expect((await test.nobody.call(contract.listCalls, { open: false })).calls).toHaveLength(1);
  });
});
