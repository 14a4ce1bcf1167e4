import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TimeUnit, timeUnits } from '../cases/form-field.ts';
import { addDays, type HolidayTable, type WorkCalendar } from './calendar.ts';
import { deadlineFrom, extendDeadline, moveDeadline, timeLeft } from './deadline.ts';
import { holidays2025And2026 } from './holidays.fixture.ts';

const grid: WorkCalendar = {
  zone: 'Asia/Shanghai',
  table: holidays2025And2026,
  from: '08:30',
  until: '17:30',
  days: 'every-day',
};
const hotline: WorkCalendar = { ...grid, days: 'work-days' };

/** `MM-DD hh:mm` of 2026 in Shanghai. */
function on(text: string): Date {
  return new Date(`2026-${text.replace(' ', 'T')}:00+08:00`);
}

describe('deadlineFrom', () => {
  it.each<[string, number, TimeUnit, WorkCalendar, string, string]>([
    ['02-13 10:00', 4, 'urgent-hour', grid, '02-13 14:00', 'clock hours'],
    ['02-14 23:00', 2, 'urgent-hour', hotline, '02-15 01:00', 'clock hours ignore holidays'],
    ['02-13 10:00', 4, 'work-hour', grid, '02-13 14:00', 'begins at once'],
    ['02-13 15:30', 4, 'work-hour', grid, '02-14 10:30', 'goes on next morning'],
    ['02-13 06:00', 2, 'work-hour', grid, '02-13 10:30', 'before opening'],
    ['02-13 22:00', 2, 'work-hour', grid, '02-14 10:30', 'after closing'],
    ['02-13 10:00', 7.5, 'work-hour', grid, '02-13 17:30', 'ends at closing, not next morning'],
    ['02-14 16:30', 2, 'work-hour', grid, '02-15 09:30', 'seven days a week'],
    ['02-14 16:30', 2, 'work-hour', hotline, '02-24 09:30', 'over Spring Festival'],
    ['02-16 12:00', 9, 'work-hour', hotline, '02-24 17:30', 'begins on a holiday'],
    ['02-13 10:00', 1, 'work-day', grid, '02-14 17:30', 'made-up Saturday counts'],
    ['02-14 08:00', 1, 'work-day', grid, '02-24 17:30', 'next working day after the festival'],
    ['02-14 00:00', 5, 'work-day', grid, '02-28 17:30', 'ends on a made-up Saturday'],
    ['02-18 12:00', 3, 'work-day', grid, '02-26 17:30', 'received on a holiday'],
    ['09-18 09:00', 1, 'work-day', grid, '09-20 17:30', 'made-up Sunday'],
    ['09-30 17:00', 3, 'work-day', grid, '10-10 17:30', 'over National Day to the made-up Saturday'],
    ['03-02 09:00', 0.5, 'work-day', grid, '03-03 13:00', 'half a working day'],
    ['03-02 09:00', 1, 'day', grid, '03-04 00:00', 'ends at 24:00'],
    ['03-05 09:00', 2, 'day', grid, '03-10 00:00', 'Saturday moves to Monday'],
    ['02-13 09:00', 3, 'day', grid, '02-25 00:00', 'festival moves to Tuesday the 24th'],
    ['02-13 09:00', 1, 'day', grid, '02-15 00:00', 'made-up Saturday is no day off'],
    ['03-02 23:59', 0.2, 'day', grid, '03-04 00:00', 'part of a day is a day'],
  ])('from %s, %d %s → %s', (start, value, unit, calendar, due) => {
    expect(deadlineFrom(on(start), { value, unit }, calendar)).toEqual(on(due));
  });

  it.each<[string, number, TimeUnit, WorkCalendar]>([
    ['12-31 09:00', 1, 'work-day', grid],
    ['12-28 09:00', 4, 'work-day', grid],
    ['12-31 09:00', 1, 'day', grid],
    ['12-31 17:00', 2, 'work-hour', hotline],
  ])('refuses to guess from %s, %d %s', (start, value, unit, calendar) => {
    expect(() => deadlineFrom(on(start), { value, unit }, calendar)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', year: 2027 }),
    );
  });

  it('needs no table where no working day matters', () => {
    expect(deadlineFrom(on('12-31 17:00'), { value: 2, unit: 'work-hour' }, grid)).toEqual(
      new Date('2027-01-01T10:00:00+08:00'),
    );
    expect(deadlineFrom(on('12-31 23:00'), { value: 2, unit: 'urgent-hour' }, hotline)).toEqual(
      new Date('2027-01-01T01:00:00+08:00'),
    );
  });
});

describe('timeLeft', () => {
  it.each<[string, string, TimeUnit, number]>([
    ['02-13 10:00', '02-14 17:30', 'work-day', 1],
    ['02-14 08:00', '02-14 17:30', 'work-day', 1],
    ['02-14 13:00', '02-14 17:30', 'work-day', 0.5],
    ['02-14 17:30', '02-14 17:30', 'work-day', 0],
    ['02-24 13:00', '02-14 17:30', 'work-day', -0.5],
    ['02-16 13:00', '02-14 17:30', 'work-day', 0],
    ['03-02 10:00', '03-02 12:00', 'urgent-hour', 2],
    ['03-02 16:30', '03-03 09:30', 'work-hour', 2],
    ['03-03 09:30', '03-02 16:30', 'work-hour', -2],
    ['03-02 09:00', '03-04 00:00', 'day', 1],
    ['03-03 12:00', '03-04 00:00', 'day', 0.5],
    ['03-05 00:00', '03-04 00:00', 'day', -1],
  ])('at %s for %s in %s: %d', (at, due, unit, left) => {
    expect(timeLeft(on(at), on(due), unit, hotline)).toBeCloseTo(left, 9);
  });

  it('knows the last day of a service that ends at midnight', () => {
    const allDay: WorkCalendar = { ...grid, from: '00:00', until: '24:00' };
    const due = deadlineFrom(on('03-02 09:00'), { value: 1, unit: 'work-day' }, allDay);
    expect(due).toEqual(on('03-04 00:00'));
    expect(timeLeft(on('03-03 18:00'), due, 'work-day', allDay)).toBeCloseTo(0.25, 9);
  });

  it('refuses a span over a year without a table', () => {
    expect(() => timeLeft(new Date('2024-12-30T02:00:00Z'), on('01-05 17:30'), 'work-day', grid)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', year: 2024 }),
    );
  });
});

describe('moveDeadline', () => {
  it.each<[string, string, string, TimeUnit, string]>([
    ['02-14 17:30', '02-13 10:00', '02-26 10:00', 'work-day', '02-27 17:30'],
    ['02-14 17:30', '02-14 13:00', '02-24 10:00', 'work-day', '02-25 13:00'],
    ['03-02 14:00', '03-02 10:00', '03-03 16:30', 'work-hour', '03-04 11:30'],
    ['03-02 14:00', '03-02 10:00', '03-03 23:00', 'urgent-hour', '03-04 03:00'],
    ['03-04 00:00', '03-02 10:00', '03-09 10:00', 'day', '03-11 00:00'],
    ['03-02 14:00', '03-02 15:00', '03-09 10:00', 'urgent-hour', '03-02 14:00'],
  ])('%s stopped %s resumed %s (%s) → %s', (due, stopped, resumed, unit, moved) => {
    expect(moveDeadline(on(due), on(stopped), on(resumed), unit, hotline)).toEqual(on(moved));
  });
});

describe('extendDeadline', () => {
  it('adds days after the last day', () => {
    expect(extendDeadline(on('03-04 00:00'), { value: 1, unit: 'day' }, grid)).toEqual(on('03-05 00:00'));
    expect(extendDeadline(on('02-14 17:30'), { value: 2, unit: 'work-day' }, grid)).toEqual(on('02-25 17:30'));
    expect(extendDeadline(on('03-02 17:30'), { value: 2, unit: 'work-hour' }, grid)).toEqual(on('03-03 10:30'));
  });
});

const instant = fc
  .integer({ min: Date.parse('2025-01-02T00:00:00Z'), max: Date.parse('2026-06-30T00:00:00Z') })
  .map((ms) => new Date(ms));
const unit = fc.constantFrom(...timeUnits);
const value = fc.integer({ min: 1, max: 80 }).map((quarters) => quarters / 4);
const calendar = fc
  .record({
    from: fc.constantFrom('00:00', '08:00', '08:30', '13:15'),
    until: fc.constantFrom('17:00', '17:30', '21:45', '24:00'),
    days: fc.constantFrom<WorkCalendar['days']>('every-day', 'work-days'),
  })
  .map((hours): WorkCalendar => ({ zone: 'Asia/Shanghai', table: holidays2025And2026, ...hours }));
const runs = { numRuns: 1000 };

describe('clock laws', () => {
  it('a deadline is after its start, and later starts or longer limits never end earlier', () => {
    fc.assert(
      fc.property(instant, instant, value, value, unit, calendar, (a, b, v, w, u, c) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const [short, long] = v <= w ? [v, w] : [w, v];
        const due = deadlineFrom(early, { value: short, unit: u }, c);
        expect(due > early).toBe(true);
        expect(due <= deadlineFrom(late, { value: short, unit: u }, c)).toBe(true);
        expect(due <= deadlineFrom(early, { value: long, unit: u }, c)).toBe(true);
      }),
      runs,
    );
  });

  it('what is left at the start is the limit (for days: at least)', () => {
    fc.assert(
      fc.property(instant, value, unit, calendar, (start, v, u, c) => {
        const left = timeLeft(start, deadlineFrom(start, { value: v, unit: u }, c), u, c);
        if (u === 'day') expect(left).toBeGreaterThanOrEqual(v);
        else expect(left).toBeCloseTo(v, 6);
      }),
      runs,
    );
  });

  it('what is left never grows and never contradicts the instants', () => {
    fc.assert(
      fc.property(instant, instant, instant, unit, calendar, (a, b, due, u, c) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const before = timeLeft(early, due, u, c);
        const after = timeLeft(late, due, u, c);
        expect(after).toBeLessThanOrEqual(before);
        if (late >= due) expect(after).toBeLessThanOrEqual(0);
        if (early < due) expect(before).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('a stop moves the deadline so that exactly as much is left after the resume', () => {
    fc.assert(
      fc.property(
        instant,
        value,
        unit,
        calendar,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(40 * 86_400_000),
        (start, v, u, c, share, pause) => {
          const due = deadlineFrom(start, { value: v, unit: u }, c);
          const stopped = new Date(start.getTime() + Math.floor((due.getTime() - start.getTime()) * share));
          const resumed = new Date(stopped.getTime() + pause + 1);
          const moved = moveDeadline(due, stopped, resumed, u, c);
          const left = timeLeft(stopped, due, u, c);
          expect(moved >= due).toBe(true);
          if (u === 'day') expect(timeLeft(resumed, moved, u, c)).toBeGreaterThanOrEqual(left);
          else expect(timeLeft(resumed, moved, u, c)).toBeCloseTo(left, 5);
        },
      ),
      runs,
    );
  });

  it('one more holiday never makes a deadline earlier', () => {
    fc.assert(
      fc.property(instant, value, unit, calendar, fc.nat(540), (start, v, u, c, offset) => {
        const table: HolidayTable = {
          ...holidays2025And2026,
          holidays: new Set([...holidays2025And2026.holidays, addDays('2025-01-02', offset)]),
        };
        const limit = { value: v, unit: u };
        expect(deadlineFrom(start, limit, { ...c, table }) >= deadlineFrom(start, limit, c)).toBe(true);
      }),
      runs,
    );
  });

  it('prints its speed', () => {
    const limits = timeUnits.map((u) => ({ value: 5, unit: u }));
    const start = on('02-10 10:00').getTime();
    const rounds = 50_000;
    const began = performance.now();
    for (let i = 0; i < rounds; i++) {
      const limit = limits[i % limits.length];
      if (limit) deadlineFrom(new Date(start + i * 60_000), limit, hotline);
    }
    console.log(`deadlineFrom: ${(((performance.now() - began) / rounds) * 1000).toFixed(2)} µs each`);
  });
});
