import { isWorkday } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { addDays, CalendarError, dayOf, isWorkDay, serviceWindow, startOfDay, type WorkCalendar } from './calendar.ts';
import { holidays2025And2026 } from './holidays.fixture.ts';

const table = holidays2025And2026;

describe('working days', () => {
  it('agree with the published calendar on every day of 2025 and 2026', () => {
    const wrong: string[] = [];
    for (let day = '2025-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      if (isWorkDay(day, table) !== isWorkday(day)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2026-02-13', true, 'Friday before Spring Festival'],
    ['2026-02-14', true, 'Saturday made up'],
    ['2026-02-15', false, 'Spring Festival'],
    ['2026-02-23', false, 'its last day, a Monday'],
    ['2026-02-24', true, 'Tuesday after'],
    ['2026-02-28', true, 'Saturday made up'],
    ['2026-09-20', true, 'Sunday made up'],
    ['2026-10-07', false, 'National Day'],
    ['2026-10-10', true, 'Saturday made up'],
    ['2026-10-11', false, 'plain Sunday'],
  ])('%s is %s (%s)', (day, expected) => {
    expect(isWorkDay(day, table)).toBe(expected);
  });

  it.each(['2024-12-31', '2027-01-01', '1992-06-01'])('%s has no table and is refused, not guessed', (day) => {
    expect(() => isWorkDay(day, table)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', year: Number(day.slice(0, 4)) }),
    );
  });

  it('refuses a year between two loaded ones', () => {
    const gap = { years: [2024, 2026], holidays: new Set<string>(), makeUpDays: new Set<string>() };
    expect(() => isWorkDay('2025-06-02', gap)).toThrow(CalendarError);
    expect(isWorkDay('2026-06-02', gap)).toBe(true);
  });

  it('counts a day listed as both holiday and made up as a holiday', () => {
    const both = { years: [2026], holidays: new Set(['2026-03-03']), makeUpDays: new Set(['2026-03-03']) };
    expect(isWorkDay('2026-03-03', both)).toBe(false);
  });
});

describe('days', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['1992-07-01T16:00:00.000Z', '1992-07-02'],
  ])('%s is %s in Shanghai', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it('begin at midnight of +08:00', () => {
    expect(startOfDay('2026-03-02').toISOString()).toBe('2026-03-01T16:00:00.000Z');
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', 'today'])('refuse %j', (day) => {
    expect(() => startOfDay(day)).toThrow(expect.objectContaining({ code: 'day-invalid' }));
  });

  it('cross months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});

describe('the service window', () => {
  const calendar = (from: string, until: string): WorkCalendar => ({
    zone: 'Asia/Shanghai',
    table,
    from,
    until,
    days: 'every-day',
  });

  it('may last until 24:00', () => {
    expect(serviceWindow(calendar('00:00', '24:00'))).toEqual({ fromMs: 0, untilMs: 86_400_000 });
  });

  it.each([
    ['17:30', '08:30'],
    ['08:30', '08:30'],
    ['08:60', '17:30'],
    ['8:30', '17:30'],
    ['08:30', '24:01'],
    ['ab:cd', '17:30'],
  ])('refuses %s to %s', (from, until) => {
    expect(() => serviceWindow(calendar(from, until))).toThrow(
      expect.objectContaining({ code: 'service-hours-invalid' }),
    );
  });
});
