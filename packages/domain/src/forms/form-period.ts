import { addDays, type Day } from '../time/calendar.ts';
import type { FormPeriod } from './form-definition.ts';

/** One period of a form: its key (`once`, `2026-03`, `2026-Q1`, `2026`), first and last day. */
export type PeriodDays = { key: string; from: Day; until: Day };

/** The period a day falls in. `once` begins and ends on the day it was published. */
export function periodOfDay(day: Day, every: FormPeriod): PeriodDays {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (every) {
    case 'once':
      return { key: 'once', from: day, until: day };
    case 'month':
      return { key: day.slice(0, 7), from: `${day.slice(0, 7)}-01`, until: lastDay(year, month) };
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1;
      return { key: `${year}-Q${(first + 2) / 3}`, from: `${year}-${two(first)}-01`, until: lastDay(year, first + 2) };
    }
    case 'year':
      return { key: year, from: `${year}-01-01`, until: `${year}-12-31` };
  }
}

/** The day a period's returns are due. */
export function dueDay(period: PeriodDays, dueDays: number): Day {
  return addDays(period.until, dueDays);
}

/** The first day of the period after this one; null when there is none. */
export function nextPeriodFrom(period: PeriodDays, every: FormPeriod): Day | null {
  return every === 'once' ? null : addDays(period.until, 1);
}

/** Monday of the week a day falls in. */
export function weekOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function lastDay(year: string, month: number): Day {
  return `${year}-${two(month)}-${two(new Date(Date.UTC(Number(year), month, 0)).getUTCDate())}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
