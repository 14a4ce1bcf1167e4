import type { HolidayTable, WorkCalendar } from '../time/calendar.ts';
import { deadlineFrom, endOfService, extendDeadline, moveDeadline, timeLeft } from '../time/deadline.ts';
import type { CaseAction, DueDates } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import { type CaseTypeDefinition, type ClockName, clockNames } from './case-type.ts';
import { clocksBeforeWork, clocksStartedBy } from './clocks.ts';
import type { TimeLimit } from './form-field.ts';
import { isDayPast, partDues, partDuesAfterResume, reworkValue, stageDue } from './stage-dues.ts';
import { stageOf } from './stage-rules.ts';

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
  if (action.kind === 'retype') return before ? dueAfterRetype(before, type, calendar) : {};
  if (action.kind === 'resume') return before ? dueAfterResume(before, action.at, type, calendar) : {};
  const due: DueDates = {};
  for (const name of clocksStartedBy(action)) {
    if (name === 'stage' || !startsNow(name, before, action)) continue;
    const day = name === 'handle' && action.kind === 'dispatch' ? namedDay(before, action) : null;
    const limit = limitOf(name, before, type, calendar);
    if (day !== null) due[name] = endOfService(day, calendar).toISOString();
    else if (limit) {
      const rework = name === 'handle' && action.kind === 'check-fail';
      const value = rework ? reworkValue(before, limit, calendar) : limit.value;
      due[name] = deadlineFrom(action.at, { value, unit: limit.unit }, calendar).toISOString();
    }
  }
  Object.assign(due, stageDue(before, action, type, calendar), partDues(before, action, type, calendar));
  if (action.kind === 'dispatch') {
    due['return-window'] = deadlineFrom(action.at, type.returns.windowLimit, calendar).toISOString();
  }
  return due;

  /** A day named once holds for whoever gets the case next, as long as it is still to come. */
  function namedDay(fold: CaseFold | null, { at, data }: Extract<CaseAction, { kind: 'dispatch' }>): string | null {
    const day = data.handleBy ?? fold?.handleBy ?? null;
    return day === null || isDayPast(day, at, calendar) ? null : day;
  }
}

/** The type's limit; where a named day stood for it, the length that day gave, for reworks and reopenings. */
function limitOf(
  name: ClockName,
  before: CaseFold | null,
  type: CaseTypeDefinition,
  calendar: WorkCalendar,
): TimeLimit | undefined {
  const clock = before?.clocks.handle;
  const limit = type.deadlines[name];
  if (limit || name !== 'handle' || !before?.handleBy || !clock) return limit;
  return { value: Math.max(timeLeft(clock.startedAt, clock.dueAt, 'work-day', calendar), 1), unit: 'work-day' };
}

function startsNow(name: ClockName, before: CaseFold | null, action: CaseAction): boolean {
  if (action.kind === 'handle' || action.kind === 'advance') return action.data.sampled !== false;
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

/**
 * Under the right kind every clock that runs now is counted again from its own beginning; one the old kind did not have begins with the
 * report. `type` is the new kind.
 */
function dueAfterRetype(before: CaseFold, type: CaseTypeDefinition, calendar: WorkCalendar): DueDates {
  const due: DueDates = {};
  for (const name of clocksBeforeWork) {
    const limit = type.deadlines[name];
    if (!limit || !isOwedBeforeWork(name, before)) continue;
    const from = before.clocks[name]?.startedAt ?? before.reportedAt;
    due[name] = deadlineFrom(from, limit, calendar).toISOString();
  }
  return due;
}

function isOwedBeforeWork(name: (typeof clocksBeforeWork)[number], { state, contactedAt, clocks }: CaseFold): boolean {
  if (name === 'accept') return state === 'reported';
  if (name === 'dispatch') return state === 'accepted';
  if (name === 'first-contact') return state === 'accepted' && contactedAt === null && !clocks[name]?.stoppedAt;
  return true;
}

function dueAfterResume(before: CaseFold, at: Date, type: CaseTypeDefinition, calendar: WorkCalendar): DueDates {
  const due: DueDates = {};
  for (const name of clockNames) {
    const clock = before.clocks[name];
    if (!clock?.pausedAt || clock.stoppedAt !== null) continue;
    const limit = name === 'stage' ? stageOf(before.stage, type)?.limit : type.deadlines[name];
    // A day named for this case has no limit in the type: it moves by working days.
    due[name] = moveDeadline(clock.dueAt, clock.pausedAt, at, limit?.unit ?? 'work-day', calendar).toISOString();
  }
  return { ...due, ...partDuesAfterResume(before, at, type, calendar) };
}
