import { addDays, dayOf, startOfDay } from '@linli/domain';

type BulletinEvery = 'week' | 'month';
/** Days `fromDay <= day < untilDay`. */
interface BulletinPeriod {
  fromDay: string;
  untilDay: string;
}

/** Bulletins are made at this hour of the first day after their period, when the night's clocks have run. */
const madeAtHour = 6;

/** The period that had just ended when a bulletin fell due: the week from Monday, or the calendar month, before that day. */
export function periodBefore(dueAt: Date, every: BulletinEvery): BulletinPeriod {
  const untilDay = periodStart(dayOf(dueAt), every);
  return { fromDay: periodStart(addDays(untilDay, -1), every), untilDay };
}

/** The period running on a day, as far as it has come. */
export function periodSoFar(now: Date, every: BulletinEvery): BulletinPeriod {
  const today = dayOf(now);
  return { fromDay: periodStart(today, every), untilDay: addDays(today, 1) };
}

/** The next instant after `after` at which a bulletin is made. */
export function nextBulletinAt(after: Date, every: BulletinEvery): Date {
  const start = periodStart(dayOf(after), every);
  const thisOne = madeOn(start);
  // 32 and 8 days on is always in the next month and week, and never beyond it when counted from the first day.
  return thisOne > after ? thisOne : madeOn(periodStart(addDays(start, every === 'month' ? 32 : 8), every));
}

function madeOn(day: string): Date {
  return new Date(startOfDay(day).getTime() + madeAtHour * 3_600_000);
}

function periodStart(day: string, every: BulletinEvery): string {
  if (every === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay(); // 0 = Sunday
  return addDays(day, -((weekday + 6) % 7));
}
