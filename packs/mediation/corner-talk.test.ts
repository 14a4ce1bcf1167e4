import { advanceCase, handleCase, reportCase, takeCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ now: '2026-03-16T10:00:00+08:00' });
});
afterAll(() => test.close());

describe('a corner talk', () => {
  it('is one talk with the committee, or advice to apply for mediation', async () => {
    const resident = await test.resident();
    const committee = await test.staff('unit-lead', 'east', 'committee');
    const { caseId, holder } = await resident.call(reportCase, {
      typeCode: 'corner-talk',
      words: '和婆婆说不到一起，想找人聊聊',
      form: { when: 'evening' },
      place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
      photos: [],
    });
    expect(holder).toBe('东园居委会');
    await committee.call(takeCase, { caseId });
    const none = await committee.ask(handleCase, { caseId, result: 'solved', words: '谈过', photos: [] });
    expect(none).toMatchObject({ status: 409, error: { code: 'stages-unfinished' } });
    const form = { talkedAt: '2026-03-17T19:30', note: '一起喝了茶' };
    expect(await committee.call(advanceCase, { caseId, stage: 'talk', outcome: 'settled', form })).toMatchObject({
      state: 'closed',
    });
  });
});
