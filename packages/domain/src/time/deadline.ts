import type { TimeLimit, TimeUnit } from '../cases/form-field.ts';
import {
  compiled,
  type Day,
  dayMs,
  dayNumberOf,
  dayStartMs,
  isWorkDayNumber,
  serviceWindow,
  startOfDay,
  type WorkCalendar,
} from './calendar.ts';

const hourMs = 3_600_000;

/**
 * The first instant that is too late: something is in time while `at < dueAt`.
 *
 * - `urgent-hour`: clock hours, day and night.
 * - `work-hour`: hours inside the service window, beginning at once (or when the window next opens).
 * - `work-day`: begins on the next working day (Civil Code Art. 201: the first day is not counted) and ends when the
 *   service of the last day ends; a fraction is that part of the last day's window.
 * - `day`: begins on the next day, ends at 24:00 (= next midnight) of the last, parts of a day count as a day; a last
 *   day that is not a working day moves to the next one, to its 24:00 (Art. 203).
 *
 * Throws `CalendarError` when a working day must be known in a year without a holiday table.
 */
export function deadlineFrom(startAt: Date, limit: TimeLimit, calendar: WorkCalendar): Date {
  const startMs = startAt.getTime();
  switch (limit.unit) {
    case 'urgent-hour':
      return new Date(startMs + Math.round(limit.value * hourMs));
    case 'work-hour':
      return new Date(addServiceTime(startMs, Math.round(limit.value * hourMs), calendar));
    case 'work-day':
      return new Date(addWorkDays(startMs, limit.value, calendar));
    case 'day':
      return new Date(addDays(startMs, limit.value, calendar));
    default:
      return limit.unit satisfies never;
  }
}

/**
 * What is left between an instant and a deadline, in the unit's amount; negative (or 0 outside working time) when late.
 * Judge lateness by comparing instants, not by this amount.
 *
 * Days are counted as the law counts them: today is not counted until it is the last day, of which the unused part is
 * left. So `timeLeft(s, deadlineFrom(s, limit))` is the limit's value; for `day` it is more where a holiday moved the end.
 */
export function timeLeft(at: Date, dueAt: Date, unit: TimeUnit, calendar: WorkCalendar): number {
  const atMs = at.getTime();
  const dueMs = dueAt.getTime();
  switch (unit) {
    case 'urgent-hour':
      return (dueMs - atMs) / hourMs;
    case 'work-hour':
      return signed(atMs, dueMs, serviceTime(Math.min(atMs, dueMs), Math.max(atMs, dueMs), calendar) / hourMs);
    case 'work-day':
      return workDaysLeft(atMs, dueMs, calendar);
    case 'day':
      return daysLeft(atMs, dueMs);
    default:
      return unit satisfies never;
  }
}

/**
 * The new deadline after a clock stood still from `stoppedAt` to `resumedAt`: what was left at the stop is left at the
 * resume (for `day` at least that: a begun day and an end moved by a holiday round up). A deadline that had passed before the stop stays where it was: what ran out has run out.
 */
export function moveDeadline(
  dueAt: Date,
  stoppedAt: Date,
  resumedAt: Date,
  unit: TimeUnit,
  calendar: WorkCalendar,
): Date {
  if (stoppedAt >= dueAt || resumedAt <= stoppedAt) return dueAt;
  const value = timeLeft(stoppedAt, dueAt, unit, calendar);
  if (value > 0) return deadlineFrom(resumedAt, { value, unit }, calendar);
  // The calendar has changed since and leaves no working time before the deadline: give back the plain time.
  return new Date(dueAt.getTime() + (resumedAt.getTime() - stoppedAt.getTime()));
}

/** The deadline so much later. Like a new limit counted from the old end, which is itself the last counted day. */
export function extendDeadline(dueAt: Date, limit: TimeLimit, calendar: WorkCalendar): Date {
  // A midnight is the end of the day before it: the count goes on from that day, not from the one it begins.
  const countsDays = limit.unit === 'day' || limit.unit === 'work-day';
  const base = countsDays ? new Date(dueAt.getTime() - 1) : dueAt;
  return deadlineFrom(base, limit, calendar);
}

/** The instant the service of a named day ends, working day or not. Throws `day-invalid` for no real day. */
export function endOfService(day: Day, calendar: WorkCalendar): Date {
  return new Date(startOfDay(day).getTime() + serviceWindow(calendar).untilMs);
}

function addServiceTime(startMs: number, amountMs: number, calendar: WorkCalendar): number {
  const { fromMs, untilMs } = serviceWindow(calendar);
  const windowMs = untilMs - fromMs;
  const startDay = dayNumberOf(startMs);
  const used = clamp(startMs - dayStartMs(startDay) - fromMs, windowMs);
  if (calendar.days === 'every-day') {
    const total = used + amountMs;
    const wholeDays = Math.max(0, Math.ceil(total / windowMs) - 1);
    return dayStartMs(startDay + wholeDays) + fromMs + (total - wholeDays * windowMs);
  }
  const days = compiled(calendar.table);
  let left = amountMs;
  let open = isWorkDayNumber(startDay, days) ? windowMs - used : 0;
  let day = startDay;
  while (left > open || open === 0) {
    left -= open;
    day += 1;
    open = isWorkDayNumber(day, days) ? windowMs : 0;
  }
  const begin = day === startDay ? used : 0;
  return dayStartMs(day) + fromMs + begin + left;
}

function addWorkDays(startMs: number, value: number, calendar: WorkCalendar): number {
  const { fromMs, untilMs } = serviceWindow(calendar);
  const days = compiled(calendar.table);
  const wholeBefore = Math.ceil(value) - 1;
  let day = dayNumberOf(startMs);
  for (let counted = -1; counted < wholeBefore; ) {
    day += 1;
    if (isWorkDayNumber(day, days)) counted += 1;
  }
  return dayStartMs(day) + fromMs + Math.round((value - wholeBefore) * (untilMs - fromMs));
}

function addDays(startMs: number, value: number, calendar: WorkCalendar): number {
  const days = compiled(calendar.table);
  let last = dayNumberOf(startMs) + Math.ceil(value);
  while (!isWorkDayNumber(last, days)) last += 1;
  return dayStartMs(last + 1);
}

function serviceTime(fromInstantMs: number, untilInstantMs: number, calendar: WorkCalendar): number {
  const { fromMs, untilMs } = serviceWindow(calendar);
  const windowMs = untilMs - fromMs;
  const firstDay = dayNumberOf(fromInstantMs);
  const lastDay = dayNumberOf(untilInstantMs);
  const head = clamp(fromInstantMs - dayStartMs(firstDay) - fromMs, windowMs);
  const tail = clamp(untilInstantMs - dayStartMs(lastDay) - fromMs, windowMs);
  if (calendar.days === 'every-day') return (lastDay - firstDay) * windowMs + tail - head;
  const days = compiled(calendar.table);
  let total = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    if (!isWorkDayNumber(day, days)) continue;
    const begin = day === firstDay ? head : 0;
    const end = day === lastDay ? tail : windowMs;
    total += end - begin;
  }
  return total;
}

function workDaysLeft(atMs: number, dueMs: number, calendar: WorkCalendar): number {
  const { fromMs, untilMs } = serviceWindow(calendar);
  const windowMs = untilMs - fromMs;
  const onWorkDays: WorkCalendar = { ...calendar, days: 'work-days' };
  if (atMs >= dueMs) return signed(atMs, dueMs, serviceTime(dueMs, atMs, onWorkDays) / windowMs);
  const atDay = dayNumberOf(atMs);
  // Service until 24:00 ends at a midnight, which belongs to the day it ends.
  const dueDay = dayNumberOf(dueMs - 1);
  if (atDay === dueDay) return serviceTime(atMs, dueMs, onWorkDays) / windowMs;
  const days = compiled(calendar.table);
  let whole = 0;
  for (let day = atDay + 1; day < dueDay; day++) if (isWorkDayNumber(day, days)) whole += 1;
  const lastPart = isWorkDayNumber(dueDay, days) ? clamp(dueMs - dayStartMs(dueDay) - fromMs, windowMs) / windowMs : 0;
  return whole + lastPart;
}

function daysLeft(atMs: number, dueMs: number): number {
  if (atMs >= dueMs) return signed(atMs, dueMs, (atMs - dueMs) / dayMs);
  const atDay = dayNumberOf(atMs);
  const dueDay = dayNumberOf(dueMs - 1);
  if (atDay === dueDay) return (dueMs - atMs) / dayMs;
  return dueDay - atDay - 1 + (dueMs - dayStartMs(dueDay)) / dayMs;
}

function signed(atMs: number, dueMs: number, amount: number): number {
  return atMs > dueMs && amount !== 0 ? -amount : amount;
}

function clamp(value: number, high: number): number {
  return Math.min(Math.max(value, 0), high);
}
