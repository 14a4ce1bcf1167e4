import type { WorkCalendar } from '../time/calendar.ts';
import type { ActionContext } from './action-context.ts';
import { hasJustRunOut } from './allowed-actions.ts';
import type { CaseAction, CaseTarget, PartShare } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import type { CasePart } from './case-parts.ts';
import { hasPartJustRunOut, isPartRunning } from './case-parts.ts';
import { refuseSignature } from './case-signing.ts';
import type { PartAnswer } from './case-stage.ts';
import type { CaseActionKind } from './case-state.ts';
import type { CaseTypeDefinition } from './case-type.ts';
import { isRunning } from './clocks.ts';
import { type FormProblem, formProblems } from './form-problems.ts';
import type { RefusalCode } from './refusal-codes.ts';
import { isDayPast } from './stage-dues.ts';
import { aboutUnit, formAsked, refuseAdvanceData, stageOf } from './stage-rules.ts';

/** Why an action is refused for what it carries; null = it fits. */
export function refuseData(
  fold: CaseFold | null,
  action: CaseAction,
  context: ActionContext,
  calendar: WorkCalendar,
): RefusalCode | null {
  const { type } = context;
  const about = [aboutUnit(type, context.form), ...(context.aboutUnitIds ?? [])];
  if (about.some((unitId) => isAboutUnit(action, unitId))) return 'about-cannot-handle';
  switch (action.kind) {
    case 'report':
      return refuseReport(action, type);
    case 'dispatch':
      if (!isComplete(action.data.target)) return 'target-invalid';
      if (isPast(action.data.handleBy)) return 'day-past';
      return action.data.parts ? refuseParts(action.data.parts) : null;
    case 'split':
      return refuseParts(action.data.parts);
    case 'sign':
      return fold && refuseSignature(fold, action);
    case 'advance':
      return fold && refuseAdvanceData(fold, action, type, context);
    case 'open-child':
      return isPast(action.data.handleBy) ? 'day-past' : null;
    case 'finish-part':
      if (action.data.unitId !== action.actorUnitId) return 'not-entitled';
      return offersAnswer(type, fold?.stage ?? null, action.data.answer ?? 'done') ? null : 'outcome-unknown';
    case 'handle':
      return context.imported ? null : refuseHandling(fold, action, type, context);
    case 'tick':
      return isItem(action.data.key, type) ? null : 'unknown-item';
    case 'ask-extension':
    case 'grant':
      return isTooLong(action.data.amount, type) ? 'extension-too-long' : null;
    case 'join':
      return fold?.reporterIds.includes(action.data.reporterId ?? action.actorId ?? '')
        ? 'reporter-already-joined'
        : null;
    case 'remind':
    case 'escalate': {
      if (action.data.unitId !== undefined) return isPart(isPartRunning) ? null : 'clock-not-running';
      const clock = fold?.clocks[action.data.clock];
      return clock && isRunning(clock) ? null : 'clock-not-running';
    }
    case 'overdue': {
      if (action.data.unitId !== undefined)
        return isPart((part) => hasPartJustRunOut(part, action.at)) ? null : 'clock-not-out';
      const clock = fold?.clocks[action.data.clock];
      return clock && hasJustRunOut(clock, action.at) ? null : 'clock-not-out';
    }
    default:
      return null;
  }

  function isPast(day: string | undefined): boolean {
    return day !== undefined && isDayPast(day, action.at, calendar);
  }

  function refuseParts(parts: readonly PartShare[]): RefusalCode | null {
    if (!areParts(parts, type)) return 'parts-invalid';
    const known = fold?.parts ?? [];
    // A day already given may have passed meanwhile; only a new one must be still to come.
    const isNew = (part: PartShare) => known.find(({ unitId }) => unitId === part.unitId)?.dueDay !== part.dueDay;
    return parts.some((part) => isNew(part) && isPast(part.dueDay)) ? 'day-past' : null;
  }

  function isPart(test: (part: CasePart) => boolean): boolean {
    const unitId = 'unitId' in action.data ? action.data.unitId : undefined;
    return fold?.parts.some((part) => part.unitId === unitId && test(part)) === true;
  }
}

/** Whom a sealed case is about gets no hand in it: not as target, not in the force, not from a pool. */
function isAboutUnit(action: CaseAction, about: string | null): boolean {
  if (about === null) return false;
  switch (action.kind) {
    case 'dispatch':
      return action.data.target.unitId === about || hasPart(action.data.parts ?? [], about);
    case 'split':
      return hasPart(action.data.parts, about);
    case 'open-child':
      return action.data.unitId === about;
    case 'take':
    case 'advance':
    case 'finish-part':
      return action.actorUnitId === about;
    default:
      return false;
  }
}

/** Only a stage that names its answers leaves any out; before and after it whatever is said counts. */
function offersAnswer({ stages }: CaseTypeDefinition, stage: string | null, answer: PartAnswer): boolean {
  const offered = stages.find(({ key }) => key === stage)?.parts?.answers;
  return offered === undefined || offered.some(({ key }) => key === answer);
}

function hasPart(parts: readonly PartShare[], about: string): boolean {
  return parts.some(({ unitId }) => unitId === about);
}

/** What is wrong with the form an action carries. */
export function problemsOf(action: CaseAction, type: CaseTypeDefinition): FormProblem[] {
  if (action.kind === 'handle') return formProblems(type.closing, action.data.form ?? {});
  if (action.kind !== 'advance') return [];
  const stage = stageOf(action.data.stage, type);
  return stage ? formProblems(formAsked(stage, action.data.outcome), action.data.form ?? {}) : [];
}

type ActionOf<K extends CaseActionKind> = Extract<CaseAction, { kind: K }>;

function refuseReport(action: ActionOf<'report'>, type: CaseTypeDefinition): RefusalCode | null {
  const { reporterKind, photos } = action.data;
  if (reporterKind !== undefined && !type.reporters.includes(reporterKind)) return 'reporter-not-allowed';
  return photos < type.evidence.report ? 'evidence-missing' : null;
}

function refuseHandling(
  fold: CaseFold | null,
  action: ActionOf<'handle'>,
  type: CaseTypeDefinition,
  { openCallers }: ActionContext,
): RefusalCode | null {
  const now = action.data.ticked ?? [];
  if (!now.every((key) => isItem(key, type))) return 'unknown-item';
  const before = fold?.ticked ?? [];
  const missing = type.checklist.some(
    ({ key, kind }) => kind === 'standard' && !now.includes(key) && !before.includes(key),
  );
  if (missing) return 'checklist-incomplete';
  if (action.data.photos < type.evidence.handle) return 'evidence-missing';
  if (problemsOf(action, type).length > 0) return 'form-incomplete';
  return type.answerAll && (openCallers ?? 0) > 0 ? 'callers-unanswered' : null;
}

/** An extension may at most double the original length. */
function isTooLong(amount: number | undefined, type: CaseTypeDefinition): boolean {
  return amount !== undefined && amount > (type.deadlines.handle?.value ?? 0);
}

function isItem(key: string, type: CaseTypeDefinition): boolean {
  return type.checklist.some((item) => item.key === key);
}

function isComplete(target: CaseTarget): boolean {
  if (target.kind === 'unit') return target.unitId !== undefined;
  return target.kind !== 'post' || target.postId !== undefined;
}

/**
 * A task force is two units or more, each once, exactly one of them leading. Where a stage waits for its parts one unit may be
 * enough, and nobody needs to lead.
 */
function areParts(parts: readonly PartShare[], type: CaseTypeDefinition): boolean {
  const units = new Set(parts.map((part) => part.unitId));
  if (units.size !== parts.length) return false;
  const leads = parts.filter((part) => part.lead).length;
  const asked = type.stages.some((stage) => stage.parts);
  return asked ? leads <= 1 && parts.length > leads : leads === 1 && parts.length >= 2;
}
