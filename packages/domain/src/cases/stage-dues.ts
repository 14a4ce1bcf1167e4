import { dayOf, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { deadlineFrom, endOfService, moveDeadline, timeLeft } from '../time/deadline.ts';
import type { CaseAction, DueDates, PartShare } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import type { CasePart } from './case-parts.ts';
import { begunParts, finishedParts, partDueKey, partInTurn, renewedParts } from './case-parts.ts';
import type { CaseStage } from './case-stage.ts';
import type { CaseTypeDefinition } from './case-type.ts';
import type { TimeLimit } from './form-field.ts';
import { type FormValues, isDay } from './form-problems.ts';
import { stageOf } from './stage-rules.ts';

/** The deadline of the stage an action enters; a waiting window goes by its own key. Empty = the stage has no limit. */
export function stageDue(
  before: CaseFold | null,
  action: CaseAction,
  type: CaseTypeDefinition,
  calendar: WorkCalendar,
): DueDates {
  const entered = stageOf(enteredStage(before, action), type);
  if (!entered?.limit || before === null) return {};
  const dueAt = (
    (entered.limitFrom && rework(before, action, type, calendar)) ??
    deadlineFrom(stageStart(entered, before, action), entered.limit, calendar)
  ).toISOString();
  return entered.onTimeout === undefined ? { stage: dueAt } : { 'stage-window': dueAt };
}

function enteredStage(before: CaseFold | null, action: CaseAction): string | null {
  if (action.kind === 'take') return action.data.stage ?? null;
  if (action.kind === 'advance') return action.data.to ?? null;
  return action.kind === 'check-fail' ? (before?.lastStage ?? null) : null;
}

/**
 * A failed check comes back to a stage whose clock began on a day long past: it runs no longer from there, or it would be out at once.
 * It goes with the handling clock's rework where the type has one, else it begins afresh.
 */
function rework(
  before: CaseFold,
  action: CaseAction,
  type: CaseTypeDefinition,
  calendar: WorkCalendar,
): Date | undefined {
  const limit = type.deadlines.handle;
  if (action.kind !== 'check-fail' || !limit) return undefined;
  return deadlineFrom(action.at, { value: reworkValue(before, limit, calendar), unit: limit.unit }, calendar);
}

/** What was left when it was handled, but at least half of the first term. */
export function reworkValue(fold: CaseFold | null, { value, unit }: TimeLimit, calendar: WorkCalendar): number {
  const clock = fold?.clocks.handle;
  if (!clock?.stoppedAt) return value;
  return Math.max(timeLeft(clock.stoppedAt, clock.dueAt, unit, calendar), value / 2);
}

/** On entering; or with report or dispatch; or on a day written in an earlier stage's form, should it have been filled in. */
function stageStart({ limitFrom }: CaseStage, before: CaseFold, action: CaseAction): Date {
  if (!limitFrom || action.kind === 'check-fail') return action.at;
  if (limitFrom === 'report') return before.reportedAt;
  if (limitFrom === 'dispatch') return before.dispatchedAt ?? action.at;
  const justFilled = action.kind === 'advance' && action.data.stage === limitFrom.stage ? action.data.form : undefined;
  const form: FormValues | undefined = justFilled ?? before.stageForms[limitFrom.stage];
  const day = form?.[limitFrom.field];
  return typeof day === 'string' && isDay(day) ? startOfDay(day) : action.at;
}

/** Deadlines of the parts of a force that an action sets: handed out, asked anew, or the next one's turn. */
export function partDues(
  before: CaseFold | null,
  action: CaseAction,
  type: CaseTypeDefinition,
  calendar: WorkCalendar,
): DueDates {
  if (before === null) return {};
  const { at } = action;
  switch (action.kind) {
    case 'dispatch':
      return type.stages.length > 0 ? {} : handedOut(action.data.parts ?? [], []);
    case 'split':
      if (type.stages.length === 0) return handedOut(action.data.parts, before.parts);
      return handedOutIn(stageOf(before.stage, type), action.data.parts, before.parts);
    case 'take':
    case 'advance':
      if (!action.data.partsBegin) return {};
      return begun(stageOf(enteredStage(before, action), type), renewedParts(before.parts));
    case 'finish-part': {
      const stage = stageOf(before.stage, type);
      if (stage?.parts?.order !== 'in-order') return {};
      const done = { unitId: action.data.unitId, answer: 'done', words: null, at } as const;
      return begun(stage, finishedParts(before.parts, done));
    }
    default:
      return {};
  }

  /** Without a procedure only a named day makes a deadline. */
  function handedOut(shares: readonly PartShare[], known: readonly CasePart[]): DueDates {
    return dues(changedParts(shares, known), undefined);
  }

  function handedOutIn(stage: CaseStage | null, shares: readonly PartShare[], known: readonly CasePart[]): DueDates {
    if (!stage?.parts) return {};
    const changed = changedParts(shares, known);
    if (stage.parts.order === 'together') return dues(changed, stage.parts.limit);
    const next = partInTurn(begunParts(shares, known));
    return dues(
      changed.filter((part) => part.unitId === next?.unitId),
      stage.parts.limit,
    );
  }

  function begun(stage: CaseStage | null, parts: readonly CasePart[]): DueDates {
    if (!stage?.parts) return {};
    const next = partInTurn(parts);
    if (stage.parts.order === 'in-order') return dues(next ? [next] : [], stage.parts.limit);
    return dues(
      parts.filter((part) => !part.lead),
      stage.parts.limit,
    );
  }

  function dues(parts: readonly CasePart[], limit: TimeLimit | undefined): DueDates {
    const due: DueDates = {};
    for (const part of parts) {
      const dueAt = partDue(part.dueDay, limit, at, calendar);
      if (dueAt) due[partDueKey(part.unitId)] = dueAt.toISOString();
    }
    return due;
  }
}

/** Those who have something to answer and either no clock yet or another day than before. */
function changedParts(shares: readonly PartShare[], known: readonly CasePart[]): CasePart[] {
  return begunParts(shares, known).filter((part) => {
    if (part.lead || part.finishedAt !== null) return false;
    return part.dueAt === null || part.dueDay !== known.find(({ unitId }) => unitId === part.unitId)?.dueDay;
  });
}

/** The end of the day named. Who waited for others until that day was over gets the stage's limit, or else a working day. */
function partDue(dueDay: string | null, limit: TimeLimit | undefined, at: Date, calendar: WorkCalendar): Date | null {
  const named = dueDay === null ? null : endOfService(dueDay, calendar);
  if (named !== null && at < named) return named;
  const rest = limit ?? (named === null ? undefined : ({ value: 1, unit: 'work-day' } as const));
  return rest ? deadlineFrom(at, rest, calendar) : null;
}

/** Parts that stood still get back what was left. */
export function partDuesAfterResume(
  before: CaseFold,
  at: Date,
  type: CaseTypeDefinition,
  calendar: WorkCalendar,
): DueDates {
  const limit = stageOf(before.stage, type)?.parts?.limit;
  const due: DueDates = {};
  for (const part of before.parts) {
    if (!part.pausedAt || !part.dueAt) continue;
    const unit = part.dueDay === null && limit ? limit.unit : 'work-day';
    due[partDueKey(part.unitId)] = moveDeadline(part.dueAt, part.pausedAt, at, unit, calendar).toISOString();
  }
  return due;
}

/** Whether a day's service is over: nobody can be given until then. */
export function isDayPast(day: string, at: Date, calendar: WorkCalendar): boolean {
  return day < dayOf(at) || at >= endOfService(day, calendar);
}
