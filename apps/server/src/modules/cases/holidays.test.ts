import { getCase, importHolidays, listHolidays, reportCase } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import {
  holidayYearFromPackage,
  storeHolidayYear,
  storeKnownHolidays,
  storeStatutoryHolidays,
} from './load-holidays.ts';
import { statutorySource } from './statutory-holidays.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ now: '2027-12-27T10:00:00+08:00' });
});
afterAll(() => test.close());

const table = { year: 2027, holidays: ['2027-01-01'], makeUpDays: ['2027-02-06'], source: '测试用表' };

describe('holiday tables', () => {
  it('knows the published years and says nothing for one that is not', () => {
    const year = holidayYearFromPackage(2026);
    expect(year?.holidays).toEqual(expect.arrayContaining(['2026-02-17', '2026-10-01']));
    expect(year?.makeUpDays).toEqual(expect.arrayContaining(['2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']));
    expect(holidayYearFromPackage(2035)).toBeNull();
  });

  it('refuses loudly a deadline in a year without a table, and promises one when it is loaded', async () => {
    const resident = await test.resident();
    const admin = await test.staff('system-admin', 'street');
    const report = {
      typeCode: '06013',
      words: '路面破损有坑',
      place: { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' },
      form: {},
      photos: [],
      urgent: false,
      anonymous: false,
    };
    expect(await resident.ask(reportCase, report)).toMatchObject({
      status: 503,
      error: { code: 'calendar-year-missing', params: { year: 2027 } },
    });
    const [offered] = (await admin.call(listHolidays, {})).statutory;
    expect(offered).toMatchObject({ year: 2027, holidays: expect.arrayContaining(['2027-02-06', '2027-10-01']) });
    await admin.call(importHolidays, table);
    expect(await resident.ask(reportCase, report)).toMatchObject({
      status: 503,
      error: { code: 'calendar-year-missing', params: { year: 2028 } },
    });
    await admin.call(importHolidays, { ...table, year: 2028, holidays: ['2028-01-01', '2028-01-03'], makeUpDays: [] });
    const told = await resident.call(reportCase, report);
    expect((await resident.call(getCase, { caseId: told.caseId })).promisedAt).not.toBeNull();
    expect((await admin.call(listHolidays, {})).years.map((y) => y.year)).toEqual(expect.arrayContaining([2027, 2028]));
  });

  it('keeps what somebody loaded, and replaces what the law alone gave when the arrangement is known', async () => {
    const years = async () =>
      (
        await test.app.database.asSystem((db) => db.selectFrom('holiday_year').select(['year', 'source']).execute())
      ).filter(({ year }) => [2024, 2026, 2029].includes(year));
    await test.app.database.asSystem(async (db) => {
      await db.deleteFrom('holiday_year').where('year', 'in', [2024, 2026]).execute();
      await storeStatutoryHolidays(db, [2026, 2029], new Date());
      await storeHolidayYear(db, { ...table, year: 2024, holidays: ['2024-01-01'] }, new Date());
    });
    expect(await years()).toHaveLength(3);
    const added = await test.app.database.asSystem((db) => storeKnownHolidays(db, [2024, 2026, 2029], new Date()));
    expect(added).toEqual([2026]);
    expect((await years()).toSorted((a, b) => a.year - b.year)).toMatchObject([
      { source: '测试用表' },
      { source: 'chinese-days' },
      { source: statutorySource },
    ]);
  });

  it('names every wrong day, and is for the system administrator only', async () => {
    const admin = await test.staff('system-admin', 'street');
    const wrong = await admin.ask(importHolidays, { ...table, holidays: ['2026-12-31'], makeUpDays: ['2027-03-03'] });
    expect(wrong.error?.fields?.map((f) => f.path)).toEqual(['holidays.0', 'makeUpDays.0']);
    const dispatcher = await test.staff('dispatcher', 'street');
    expect(await dispatcher.ask(importHolidays, table)).toMatchObject({ status: 403 });
  });
});
