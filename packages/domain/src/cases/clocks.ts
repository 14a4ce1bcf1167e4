import type { CaseAction, DueDates } from './case-action.ts';
import { type CasePart, isPartRunning } from './case-parts.ts';
import type { CaseActionKind } from './case-state.ts';
import { type ClockName, clockNames } from './case-type.ts';

/** One clock of one case. A standing clock has `pausedAt`; `dueAt` is then stale until the resume moves it. */
export type ClockState = {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly pausedAt: Date | null;
  readonly stoppedAt: Date | null;
  /** The deadline that was missed in this run; null while none was. */
  readonly ranOutAt: Date | null;
  /** Deadlines missed in earlier runs of the same round: a rework in time does not wash a late handling clean. */
  readonly missed: number;
  /** A waiting window: when it is over the system goes on, and nobody missed anything. */
  readonly window?: true;
};
export type CaseClocks = Partial<Record<ClockName, ClockState>>;

/**
 * When each clock starts and stops. Every running clock also stops when the case is closed, declined, merged or void.
 * A return drops the handling clock: the unit was wrong, the right one gets its own.
 * Handling on the spot stops acceptance and dispatch too: they were skipped, not missed.
 * An `advance` to `handled` is also a `handle`.
 */
export const caseClocks = {
  'first-contact': { starts: ['accept'], stops: ['contact', 'handle'] },
  accept: { starts: ['report', 'object'], stops: ['accept', 'decline', 'merge', 'handle'] },
  dispatch: { starts: ['accept', 'return', 'reopen'], stops: ['dispatch', 'handle'] },
  take: { starts: ['dispatch', 'reopen'], stops: ['take', 'return'] },
  stage: { starts: ['take', 'advance', 'check-fail'], stops: ['advance', 'handle'] },
  handle: { starts: ['dispatch', 'check-fail', 'reopen'], stops: ['handle'] },
  check: { starts: ['handle'], stops: ['check-pass', 'check-fail'] },
  total: { starts: ['report', 'object', 'reopen'], stops: [] },
} as const satisfies Record<ClockName, { starts: readonly CaseActionKind[]; stops: readonly CaseActionKind[] }>;

/** The clocks that can run before anybody works on a case. */
export const clocksBeforeWork = [
  'first-contact',
  'accept',
  'dispatch',
  'total',
] as const satisfies readonly ClockName[];

type ClocksByKind = Partial<Record<CaseActionKind, readonly ClockName[]>>;
const startedBy = invert('starts');
const stoppedBy = invert('stops');

/** The clocks the table starts at an action; whether they do start also depends on the case. */
export function clocksStartedBy(action: CaseAction): readonly ClockName[] {
  const own = startedBy[action.kind] ?? [];
  return isHandling(action) && action.kind !== 'handle' ? [...own, ...(startedBy.handle ?? [])] : own;
}

/** Handled, or led out of the last stage, which is the same. */
function isHandling(action: CaseAction): boolean {
  return action.kind === 'handle' || (action.kind === 'advance' && action.data.to === 'handled');
}

function clocksStoppedBy(action: CaseAction): readonly ClockName[] | undefined {
  return isHandling(action) ? stoppedBy.handle : stoppedBy[action.kind];
}

/** Whether a clock is running: started, neither stopped nor standing still. */
export function isRunning(clock: ClockState): boolean {
  return clock.stoppedAt === null && clock.pausedAt === null;
}

/** In time (stopped before its deadline, none missed before), late, or null while it is not yet said. */
export function onTime(clock: ClockState): boolean | null {
  if (clock.ranOutAt !== null || clock.missed > 0) return false;
  return clock.stoppedAt === null ? null : true;
}

/** The next deadline of a case; with `unitId` it is that of one part of the force, whose clock goes by the name `stage`. */
export type NextDue = { clock: ClockName; dueAt: Date; unitId?: string };

/** The earliest deadline still to come or to be recorded as missed; null when no clock runs. */
export function nextDue(fold: { readonly clocks: CaseClocks; readonly parts?: readonly CasePart[] }): NextDue | null {
  let next: NextDue | null = null;
  for (const name of clockNames) {
    const clock = fold.clocks[name];
    if (!clock || !isRunning(clock) || clock.ranOutAt !== null) continue;
    if (next === null || clock.dueAt < next.dueAt) next = { clock: name, dueAt: clock.dueAt };
  }
  for (const part of fold.parts ?? []) {
    if (!isPartRunning(part) || part.ranOutAt !== null || part.dueAt === null) continue;
    if (next === null || part.dueAt < next.dueAt) next = { clock: 'stage', dueAt: part.dueAt, unitId: part.unitId };
  }
  return next;
}

/** The clocks after an action with its deadlines filled; `ended` when it closes the case one way or another. */
export function stepClocks(
  before: CaseClocks,
  action: CaseAction,
  { ended, reportedAt }: { ended: boolean; reportedAt: Date },
): CaseClocks {
  const { kind, at, due } = action;
  const stops = clocksStoppedBy(action);
  if (!stops && !due && !ended && kind !== 'overdue' && kind !== 'resume' && kind !== 'retype') return before;
  const clocks: CaseClocks = { ...before };
  if (stops) stopAll(clocks, stops, at);
  if (kind === 'return') delete clocks.handle;
  if (kind === 'reopen') {
    delete clocks.check;
    delete clocks.stage;
  }
  if (kind === 'overdue' && action.data.unitId === undefined) recordMissed(clocks, action.data.clock);
  if (kind === 'retype') dropClocks(clocks, due ?? {});
  if (due) setDueDates(clocks, action, due, reportedAt);
  if (kind === 'resume') wakeClocks(clocks);
  if (ended) stopAll(clocks, clockNames, at);
  return clocks;
}

function stopAll(clocks: CaseClocks, names: readonly ClockName[], at: Date): void {
  for (const name of names) {
    const clock = clocks[name];
    if (clock && clock.stoppedAt === null) clocks[name] = stopped(clock, at);
  }
}

/** Every running clock stands still from this instant. */
export function pauseClocks(clocks: CaseClocks, at: Date): CaseClocks {
  const paused: CaseClocks = {};
  for (const name of clockNames) {
    const clock = clocks[name];
    if (clock) paused[name] = isRunning(clock) ? { ...clock, pausedAt: at } : clock;
  }
  return paused;
}

function setDueDates(clocks: CaseClocks, action: CaseAction, due: DueDates, reportedAt: Date): void {
  for (const name of clockNames) {
    const iso = due[name];
    if (iso === undefined) continue;
    const dueAt = new Date(iso);
    const clock = clocks[name];
    // Counted again under the right kind: what the wrong one had run out never was a deadline of this case.
    if ((action.kind === 'grant' || action.kind === 'retype') && clock)
      clocks[name] = { ...clock, dueAt, ranOutAt: null };
    else if (action.kind === 'resume' && clock) clocks[name] = { ...clock, dueAt };
    // One that only the right kind has began with the report.
    else if (action.kind === 'retype') clocks[name] = { ...started(action, dueAt, clock), startedAt: reportedAt };
    else clocks[name] = started(action, dueAt, clock);
  }
  const windowEnd = due['stage-window'];
  if (windowEnd !== undefined) clocks.stage = { ...started(action, new Date(windowEnd), clocks.stage), window: true };
}

/** Clocks the new kind does not know. */
function dropClocks(clocks: CaseClocks, due: DueDates): void {
  for (const name of clocksBeforeWork)
    if (due[name] === undefined && clocks[name]?.stoppedAt === null) delete clocks[name];
}

function wakeClocks(clocks: CaseClocks): void {
  for (const name of clockNames) {
    const clock = clocks[name];
    if (clock?.pausedAt) clocks[name] = { ...clock, pausedAt: null };
  }
}

function started(action: CaseAction, dueAt: Date, previous: ClockState | undefined): ClockState {
  // A new round and a new unit begin clean.
  const carries = action.kind !== 'reopen' && action.kind !== 'dispatch';
  const missedNow = previous?.ranOutAt ? 1 : 0;
  const missed = carries && previous ? previous.missed + missedNow : 0;
  return { startedAt: action.at, dueAt, pausedAt: null, stoppedAt: null, ranOutAt: null, missed };
}

function stopped(clock: ClockState, at: Date): ClockState {
  // A clock that stood still is stopped as of the moment it stood still.
  const effective = clock.pausedAt ?? at;
  const late = effective >= clock.dueAt && clock.window !== true;
  return { ...clock, pausedAt: null, stoppedAt: at, ranOutAt: late ? clock.dueAt : clock.ranOutAt };
}

function recordMissed(clocks: CaseClocks, name: ClockName): void {
  const clock = clocks[name];
  if (clock) clocks[name] = { ...clock, ranOutAt: clock.dueAt };
}

function invert(side: 'starts' | 'stops'): ClocksByKind {
  const result: Partial<Record<CaseActionKind, ClockName[]>> = {};
  for (const name of clockNames) {
    for (const kind of caseClocks[name][side]) result[kind] = [...(result[kind] ?? []), name];
  }
  return result;
}
