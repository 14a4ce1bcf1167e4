import { checkCase, getCase, handleCase, listNotices, rateCase, reportCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../apps/server/src/platform/ids.ts';
import type { AreaKey } from '../../apps/server/src/test/small-street.ts';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const monday = '2026-03-16T10:00:00+08:00';
let test: TestApp;
let resident: Caller;
let firm: Caller;
let checker: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  const haulier = { key: 'unit-waste', name: '清运公司', kind: 'operator', path: 'street', active: true };
  await test.app.database.asSystem((db) =>
    db
      .insertInto('unit')
      .values({ id: newId(), site_id: test.street.siteId, ...haulier })
      .execute(),
  );
  await test.app.refreshCaches();
  resident = await test.resident();
  firm = await test.staff('unit-handler', 'east', 'firm');
  checker = await test.staff('checker', 'street');
});
afterAll(() => test.close());

const call = (form: Record<string, number | boolean | string[]>, area: AreaKey = 'east1') => ({
  typeCode: 'bulky',
  words: '旧沙发请来拉走',
  form,
  place: { ...test.street.area[area].point, crs: 'wgs84' as const, address: '' },
  photos: [],
});

describe('bulky waste', () => {
  it('is called with one tap and done when a photo shows the place cleared', async () => {
    const photos = [await resident.photo(1)];
    const { caseId, holder } = await resident.call(reportCase, { ...call({ pieces: 2, what: ['furniture'] }), photos });
    expect(holder).toBe('安居物业');
    const cleared = { caseId, result: 'solved', words: '已清走' } as const;
    const bare = await firm.ask(handleCase, { ...cleared, photos: [] });
    expect(bare).toMatchObject({ status: 409, error: { code: 'evidence-missing' } });
    const { state } = await firm.call(handleCase, { ...cleared, photos: [await firm.photo(2)] });
    // One in five is drawn to be checked; the others close at once.
    if (state === 'handled') await checker.call(checkCase, { caseId, pass: true, photos: [] });
    expect(await resident.call(getCase, { caseId })).toMatchObject({ state: 'closed', result: 'solved' });
    await resident.call(rateCase, { caseId, rating: 5 });
  });

  it.each([
    [{ pieces: 3 }, 'east1', '清运公司'],
    [{ pieces: 1, carry: true }, 'east1', '清运公司'],
    [{ pieces: 1 }, 'mall1', '清运公司'],
    [{ pieces: 1 }, 'east1', '安居物业'],
  ] as const)('sends %o in %s to %s', async (form, area, holder) => {
    expect((await resident.call(reportCase, call(form, area))).holder).toBe(holder);
  });

  it('needs the number of pieces and somebody who can be asked', async () => {
    const bare = await resident.ask(reportCase, call({}));
    expect(bare).toMatchObject({ status: 400, error: { fields: [{ path: 'form.pieces', code: 'required' }] } });
    const nobody = await test.nobody.ask(reportCase, call({ pieces: 1 }));
    expect(nobody).toMatchObject({ status: 401, error: { code: 'sign-in-needed' } });
  });

  it('reminds the firm four hours before two working days are over', async () => {
    const { caseId, promisedAt } = await resident.call(reportCase, call({ pieces: 1 }));
    expect(promisedAt).toBe('2026-03-20T09:30:00.000Z');
    test.clock.set('2026-03-18T13:31:00+08:00');
    await test.settle();
    const { notices } = await firm.call(listNotices, {});
    const mine = notices.filter((notice) => notice.nounId === caseId).map((notice) => notice.kind);
    expect(mine).toContain('case.remind');
  });
});
