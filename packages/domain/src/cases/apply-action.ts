import type { HolidayTable } from '../time/calendar.ts';
import { allowedActions, type CaseActor, hasJustRunOut, type RefusalCode, refusalFor } from './allowed-actions.ts';
import type { CaseAction, CaseTarget } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import type { CaseActionKind, CaseRelation, CaseState } from './case-state.ts';
import type { CaseTypeDefinition } from './case-type.ts';
import { isRunning } from './clocks.ts';
import { calendarFor, dueDatesFor } from './due-dates.ts';
import { foldAction } from './fold-case.ts';

export type ActionContext = {
  /** The definition the case was begun under. */
  readonly type: CaseTypeDefinition;
  readonly holidays: HolidayTable;
  readonly relations: ReadonlySet<CaseRelation>;
};

export type ActionOutcome =
  /** `action` is what to store: its deadlines are filled, its instant never before the last one's. */
  | { readonly ok: true; readonly fold: CaseFold; readonly action: CaseAction }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      readonly state: CaseState | null;
      readonly allowed: readonly CaseActionKind[];
    };

/**
 * The case after an action, or why not. `fold` null = before the report. The data is taken as parsed by `caseActionData`.
 * Throws `CalendarError` when a deadline needs a year without a holiday table.
 */
export function applyAction(fold: CaseFold | null, action: CaseAction, context: ActionContext): ActionOutcome {
  const { type, relations, holidays } = context;
  const actor: CaseActor = { accountId: action.actorId, unitId: action.actorUnitId ?? null, relations };
  const settled = settle(fold, action, type);
  const code = refusalFor(action.kind, fold, actor, settled.at, type) ?? refuseData(fold, settled, type);
  if (code !== null) {
    return { ok: false, code, state: fold?.state ?? null, allowed: allowedActions(fold, actor, settled.at, type) };
  }
  const due = dueDatesFor(fold, settled, type, calendarFor(type, holidays));
  const stored: CaseAction = Object.keys(due).length === 0 ? settled : { ...settled, due };
  return { ok: true, fold: foldAction(fold, stored), action: stored };
}

/** The action as it will be stored: deadlines from outside dropped, time never running backwards, the draw as the type says. */
function settle(fold: CaseFold | null, action: CaseAction, type: CaseTypeDefinition): CaseAction {
  // Two servers' clocks may differ by a little; the order of the rows is the truth.
  const at = fold !== null && action.at < fold.lastAt ? fold.lastAt : action.at;
  const { due: _ignored, ...rest } = action;
  const settled: CaseAction = { ...rest, at };
  if (settled.kind !== 'handle') return settled;
  return { ...settled, data: { ...settled.data, sampled: isChecked(type, settled.data.sampled) } };
}

function isChecked(type: CaseTypeDefinition, drawn: boolean | undefined): boolean {
  if (type.checking.mode === 'none') return false;
  return type.checking.mode === 'sample' ? (drawn ?? true) : true;
}

function refuseData(fold: CaseFold | null, action: CaseAction, type: CaseTypeDefinition): RefusalCode | null {
  switch (action.kind) {
    case 'report':
      return refuseReport(action, type);
    case 'dispatch':
      if (!isComplete(action.data.target)) return 'target-invalid';
      return action.data.parts && !areParts(action.data.parts) ? 'parts-invalid' : null;
    case 'split':
      return areParts(action.data.parts) ? null : 'parts-invalid';
    case 'finish-part':
      return action.data.unitId === action.actorUnitId ? null : 'not-entitled';
    case 'handle':
      return refuseHandling(fold, action, type);
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
      const clock = fold?.clocks[action.data.clock];
      return clock && isRunning(clock) ? null : 'clock-not-running';
    }
    case 'overdue': {
      const clock = fold?.clocks[action.data.clock];
      return clock && hasJustRunOut(clock, action.at) ? null : 'clock-not-out';
    }
    default:
      return null;
  }
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
): RefusalCode | null {
  const now = action.data.ticked ?? [];
  if (!now.every((key) => isItem(key, type))) return 'unknown-item';
  const before = fold?.ticked ?? [];
  const missing = type.checklist.some(
    ({ key, kind }) => kind === 'standard' && !now.includes(key) && !before.includes(key),
  );
  if (missing) return 'checklist-incomplete';
  return action.data.photos < type.evidence.handle ? 'evidence-missing' : null;
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

/** A task force is two units or more, each once, exactly one of them leading. */
function areParts(parts: readonly { unitId: string; lead: boolean }[]): boolean {
  const units = new Set(parts.map((part) => part.unitId));
  return parts.length >= 2 && units.size === parts.length && parts.filter((part) => part.lead).length === 1;
}
