import { describe, expect, it } from 'vitest';
import { holidayYearFromPackage } from './load-holidays.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

describe('the days the law alone gives', () => {
  it.each([2025, 2026])('all stand in the published arrangement of %i', (year) => {
    const published = holidayYearFromPackage(year)?.holidays ?? [];
    const lawful = statutoryHolidays(year)?.holidays ?? [];
    expect(lawful.length).toBeGreaterThanOrEqual(12);
    // What is given for a weekend may be arranged elsewhere by the notice of the year.
    expect(published).toEqual(
      expect.arrayContaining(lawful.filter((day) => ![1, 2].includes(new Date(day).getUTCDay()))),
    );
  });

  it('give a working day for each that falls on a weekend', () => {
    // New year's eve on a Friday: the first two days of the year fall on a weekend, the third on Monday.
    expect(statutoryHolidays(2027)?.holidays.filter((day) => day.startsWith('2027-02'))).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
    ]);
    expect(statutoryHolidays(2027)?.holidays).toContain('2027-04-05');
  });

  it('are as many in every year, and unknown outside the law and the calendar', () => {
    for (let year = 2025; year <= 2100; year++) {
      const working = (statutoryHolidays(year)?.holidays ?? []).filter(
        (day) => ![0, 6].includes(new Date(day).getUTCDay()),
      );
      // Thirteen, fewer where the Mid-Autumn day falls on a National Day.
      expect([12, 13]).toContain(working.length);
    }
    expect(statutoryHolidays(2024)).toBeNull();
    expect(statutoryHolidays(2101)).toBeNull();
  });
});
