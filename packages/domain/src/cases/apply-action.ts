import type { ActionContext } from './action-context.ts';
import { allowedActions, type CaseActor, isEntitled, refusalFor } from './allowed-actions.ts';
import type { CaseAction, DueDates } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import type { CaseActionKind, CaseState } from './case-state.ts';
import type { CaseTypeDefinition } from './case-type.ts';
import { type DayProblem, dayOutOfReach } from './day-reach.ts';
import { calendarFor, dueDatesFor } from './due-dates.ts';
import { foldAction } from './fold-case.ts';
import { type FormProblem, filledValues } from './form-problems.ts';
import type { RefusalCode } from './refusal-codes.ts';
import { problemsOf, refuseData } from './refuse-data.ts';
import { settledAdvance, stageOf } from './stage-rules.ts';

export type ActionOutcome =
  /** `action` is what to store: its deadlines are filled, its instant never before the last one's. */
  | { readonly ok: true; readonly fold: CaseFold; readonly action: CaseAction }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      readonly state: CaseState | null;
      readonly allowed: readonly CaseActionKind[];
      /** With `form-incomplete`: what is wrong with which field. */
      readonly problems?: readonly FormProblem[];
      /** With `day-out-of-reach`: which day, and where it was written. */
      readonly day?: DayProblem;
    };

/**
 * The case after an action, or why not. `fold` null = before the report. The data is taken as parsed by `caseActionData`.
 * Throws `CalendarError` when a deadline needs a year without a holiday table.
 */
export function applyAction(fold: CaseFold | null, action: CaseAction, context: ActionContext): ActionOutcome {
  const { type, relations } = context;
  const actor: CaseActor = { accountId: action.actorId, unitId: action.actorUnitId ?? null, relations };
  const settled = settle(fold, action, type);
  const calendar = calendarFor(type, context.holidays);
  const code = refuseKind(fold, settled, actor, context) ?? refuseData(fold, settled, context, calendar);
  if (code !== null) {
    const allowed = allowedActions(fold, actor, settled.at, type);
    const refused = { ok: false, code, state: fold?.state ?? null, allowed } as const;
    return code === 'form-incomplete' ? { ...refused, problems: problemsOf(settled, type) } : refused;
  }
  const day = dayOutOfReach(settled, type, calendar);
  if (day !== null) {
    const allowed = allowedActions(fold, actor, settled.at, type);
    return { ok: false, code: 'day-out-of-reach', state: fold?.state ?? null, allowed, day };
  }
  const due = dueDatesOf(fold, settled, context);
  const stored: CaseAction = Object.keys(due).length === 0 ? settled : { ...settled, due };
  return { ok: true, fold: foldAction(fold, stored), action: stored };
}

/** A case of another kind is counted by that kind's own deadlines and hours. */
function dueDatesOf(fold: CaseFold | null, action: CaseAction, { type, newType, holidays }: ActionContext): DueDates {
  const counted = action.kind === 'retype' ? (newType ?? type) : type;
  return dueDatesFor(fold, action, counted, calendarFor(counted, holidays));
}

/** The action as it will be stored: deadlines from outside dropped, time never running backwards, the draw as the type says. */
function settle(fold: CaseFold | null, action: CaseAction, type: CaseTypeDefinition): CaseAction {
  // Two servers' clocks may differ by a little; the order of the rows is the truth.
  const at = fold !== null && action.at < fold.lastAt ? fold.lastAt : action.at;
  const { due: _ignored, ...rest } = action;
  const settled: CaseAction = { ...rest, at };
  switch (settled.kind) {
    case 'handle': {
      const form = settled.data.form ? { form: filledValues(type.closing, settled.data.form) } : {};
      return { ...settled, data: { ...settled.data, ...form, sampled: isChecked(type, settled.data.sampled) } };
    }
    case 'take': {
      const first = type.stages[0];
      if (!first) return { ...settled, data: {} };
      return { ...settled, data: { stage: first.key, ...(first.parts ? { partsBegin: true } : {}) } };
    }
    case 'advance':
      return fold === null ? settled : { ...settled, data: advanceToStore(fold, settled.data, type) };
    default:
      return settled;
  }
}

function advanceToStore(fold: CaseFold, data: AdvanceData, type: CaseTypeDefinition): AdvanceData {
  const { sampled, ...known } = settledAdvance(fold, data, type);
  const asked = stageOf(data.stage, type)?.form ?? [];
  const form = known.form ? { form: filledValues(asked, known.form) } : {};
  return { ...known, ...form, ...(known.to === 'handled' ? { sampled: isChecked(type, sampled) } : {}) };
}

function isChecked(type: CaseTypeDefinition, drawn: boolean | undefined): boolean {
  if (type.checking.mode === 'none') return false;
  return type.checking.mode === 'sample' ? (drawn ?? true) : true;
}

/** Sent from a page drawn before somebody else moved the case on: said first, whoever takes the new stage. */
function isStale(fold: CaseFold | null, action: CaseAction): boolean {
  return (
    action.kind === 'advance' && fold?.state === 'in-hand' && fold.stage !== null && fold.stage !== action.data.stage
  );
}

function refuseKind(
  fold: CaseFold | null,
  action: CaseAction,
  actor: CaseActor,
  { type, imported }: ActionContext,
): RefusalCode | null {
  if (isStale(fold, action) && isEntitled('advance', actor)) return 'stage-changed';
  const code = refusalFor(action.kind, fold, actor, action.at, type);
  return imported && code === 'stages-unfinished' ? null : code;
}

type AdvanceData = Extract<CaseAction, { kind: 'advance' }>['data'];
