/** A day as people write it, `YYYY-MM-DD`, in Shanghai. */
export type Day = string;

/**
 * Statutory holidays and make-up working weekends (调休) of the years named.
 * A table is read once and remembered by identity: replace it, never change it.
 */
export type HolidayTable = {
  readonly years: readonly number[];
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpDays: ReadonlySet<Day>;
};

/**
 * When a clock runs. `from` and `until` are `HH:MM` of one day (`24:00` allowed), until exclusive.
 * `days` says on which days the service window is open; working days always need the table.
 */
export type WorkCalendar = {
  readonly zone: 'Asia/Shanghai';
  readonly table: HolidayTable;
  readonly from: string;
  readonly until: string;
  readonly days: 'every-day' | 'work-days';
};

export type CalendarErrorCode = 'calendar-year-missing' | 'service-hours-invalid' | 'day-invalid';

/** Raised where a date cannot be computed honestly, e.g. in a year whose holidays nobody has loaded. */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode;
  readonly year: number | null;

  constructor(code: CalendarErrorCode, year: number | null = null) {
    super(year === null ? code : `${code}: ${year}`);
    this.name = 'CalendarError';
    this.code = code;
    this.year = year;
  }
}

export const dayMs = 86_400_000;
const minuteMs = 60_000;
/** China has kept +08:00 without summer time since 1992. */
const zoneMs = 8 * 3_600_000;

/** Number of the Shanghai day an instant falls in, counted from 1970-01-01 = 0. */
export function dayNumberOf(instantMs: number): number {
  return Math.floor((instantMs + zoneMs) / dayMs);
}

/** The instant (epoch ms) at which a Shanghai day begins. */
export function dayStartMs(dayNumber: number): number {
  return dayNumber * dayMs - zoneMs;
}

/** The Shanghai day an instant falls in. */
export function dayOf(at: Date): Day {
  return new Date(at.getTime() + zoneMs).toISOString().slice(0, 10);
}

/** Midnight in Shanghai at which the day begins. Throws `day-invalid` for anything but a real `YYYY-MM-DD`. */
export function startOfDay(day: Day): Date {
  return new Date(dayStartMs(dayNumberFrom(day)));
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(new Date(dayStartMs(dayNumberFrom(day) + count)));
}

/** Monday to Friday without statutory holidays, plus make-up weekends. Throws when the year has no table. */
export function isWorkDay(day: Day, table: HolidayTable): boolean {
  return isWorkDayNumber(dayNumberFrom(day), compiled(table));
}

/** Opening and closing of the service window in ms since midnight. Throws `service-hours-invalid`. */
export function serviceWindow(calendar: WorkCalendar): { fromMs: number; untilMs: number } {
  const fromMs = clockMs(calendar.from);
  const untilMs = clockMs(calendar.until);
  if (!(fromMs < untilMs)) throw new CalendarError('service-hours-invalid');
  return { fromMs, untilMs };
}

/** One byte per day of the table's span: 0 off, 1 working, 2 no table. */
export type WorkDays = { readonly firstDay: number; readonly kinds: Uint8Array };

/** Throws `calendar-year-missing` for a day outside the table, never guesses from the weekday. */
export function isWorkDayNumber(dayNumber: number, days: WorkDays): boolean {
  const kind = days.kinds[dayNumber - days.firstDay];
  if (kind === undefined || kind === 2) {
    throw new CalendarError('calendar-year-missing', new Date(dayNumber * dayMs).getUTCFullYear());
  }
  return kind === 1;
}

const known = new WeakMap<HolidayTable, WorkDays>();

/** The table as bytes: string lookups in the hot path would cost more than the arithmetic. */
export function compiled(table: HolidayTable): WorkDays {
  const found = known.get(table);
  if (found) return found;
  const days = compile(table);
  known.set(table, days);
  return days;
}

function compile(table: HolidayTable): WorkDays {
  const years = [...table.years].sort((a, b) => a - b);
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return { firstDay: 0, kinds: new Uint8Array(0) };
  const firstDay = Date.UTC(first, 0, 1) / dayMs;
  const kinds = new Uint8Array(Date.UTC(last + 1, 0, 1) / dayMs - firstDay).fill(2);
  for (const year of years) {
    const end = Date.UTC(year + 1, 0, 1) / dayMs;
    for (let day = Date.UTC(year, 0, 1) / dayMs; day < end; day++) kinds[day - firstDay] = isWeekday(day) ? 1 : 0;
  }
  for (const day of table.makeUpDays) mark(day, 1);
  // A day in both lists counts as a holiday: the later deadline harms nobody.
  for (const day of table.holidays) mark(day, 0);
  return { firstDay, kinds };

  function mark(day: Day, kind: 0 | 1): void {
    const index = dayNumberFrom(day) - firstDay;
    const before = kinds[index];
    if (before !== undefined && before !== 2) kinds[index] = kind;
  }
}

function isWeekday(dayNumber: number): boolean {
  const sinceMonday = (((dayNumber + 3) % 7) + 7) % 7;
  return sinceMonday < 5;
}

function dayNumberFrom(day: Day): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Engines roll 31 April over to 1 May instead of refusing it.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) throw new CalendarError('day-invalid');
  return ms / dayMs;
}

function clockMs(clock: string): number {
  const hours = twoDigits(clock, 0);
  const minutes = twoDigits(clock, 3);
  const total = hours * 60 + minutes;
  if (clock.length !== 5 || clock[2] !== ':' || !(minutes < 60) || !(total <= 24 * 60)) {
    throw new CalendarError('service-hours-invalid');
  }
  return total * minuteMs;
}

function twoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  const ok = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return ok ? tens * 10 + ones : Number.NaN;
}
