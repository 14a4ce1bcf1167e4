import type { HolidayTable, WorkCalendar } from '../time/calendar.ts';
import { deadlineFrom, extendDeadline, moveDeadline, timeLeft } from '../time/deadline.ts';
import type { CaseAction, DueDates } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import { type CaseTypeDefinition, type ClockName, clockNames } from './case-type.ts';
import { clocksStartedBy } from './clocks.ts';

/** The calendar a case type keeps: its service hours over the site's holiday table. */
export function calendarFor(type: CaseTypeDefinition, holidays: HolidayTable): WorkCalendar {
  const { from, until, days } = type.serviceHours;
  return { zone: 'Asia/Shanghai', table: holidays, from, until, days };
}

/**
 * Deadlines the action sets, given the case before it (null = before the report).
 * A rework gets what was left when it was handled, but at least half of the original length.
 * Throws `CalendarError` when a year without a holiday table is touched.
 */
export function dueDatesFor(
  before: CaseFold | null,
  action: CaseAction,
  type: CaseTypeDefinition,
  calendar: WorkCalendar,
): DueDates {
  if (action.kind === 'grant') return before ? dueAfterGrant(before, action.data.amount, type, calendar) : {};
  if (action.kind === 'resume') return before ? dueAfterResume(before, action.at, type, calendar) : {};
  const due: DueDates = {};
  for (const name of clocksStartedBy(action.kind)) {
    const limit = type.deadlines[name];
    if (!limit || !startsNow(name, before, action)) continue;
    const value = name === 'handle' && action.kind === 'check-fail' ? reworkValue(before, limit.value) : limit.value;
    due[name] = deadlineFrom(action.at, { value, unit: limit.unit }, calendar).toISOString();
  }
  if (action.kind === 'dispatch') {
    due['return-window'] = deadlineFrom(action.at, type.returns.windowLimit, calendar).toISOString();
  }
  return due;

  function reworkValue(fold: CaseFold | null, original: number): number {
    const clock = fold?.clocks.handle;
    const unit = type.deadlines.handle?.unit;
    if (!clock?.stoppedAt || !unit) return original;
    return Math.max(timeLeft(clock.stoppedAt, clock.dueAt, unit, calendar), original / 2);
  }
}

function startsNow(name: ClockName, before: CaseFold | null, action: CaseAction): boolean {
  if (action.kind === 'handle') return action.data.sampled !== false;
  // Back to the last target, or to the desk when there never was one.
  if (action.kind === 'reopen' && name === 'dispatch') return before?.target === null;
  if (action.kind === 'reopen' && name !== 'total') return before?.target !== null;
  // The first contact is owed once per case, however often it is accepted.
  if (name === 'first-contact') return before?.clocks['first-contact'] === undefined && before?.contactedAt === null;
  return true;
}

function dueAfterGrant(
  before: CaseFold,
  amount: number | undefined,
  type: CaseTypeDefinition,
  calendar: WorkCalendar,
): DueDates {
  const original = type.deadlines.handle;
  if (before.pending?.kind !== 'extension' || !original) return {};
  const limit = { value: amount ?? before.pending.amount ?? original.value, unit: original.unit };
  const due: DueDates = {};
  for (const name of ['handle', 'total'] as const) {
    const clock = before.clocks[name];
    if (clock && clock.stoppedAt === null) due[name] = extendDeadline(clock.dueAt, limit, calendar).toISOString();
  }
  return due;
}

function dueAfterResume(before: CaseFold, at: Date, type: CaseTypeDefinition, calendar: WorkCalendar): DueDates {
  const due: DueDates = {};
  for (const name of clockNames) {
    const clock = before.clocks[name];
    const limit = type.deadlines[name];
    if (!clock?.pausedAt || clock.stoppedAt !== null || !limit) continue;
    due[name] = moveDeadline(clock.dueAt, clock.pausedAt, at, limit.unit, calendar).toISOString();
  }
  return due;
}
