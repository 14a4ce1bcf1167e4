import type { CaseAction } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import { areAllFinished, partInTurn } from './case-parts.ts';
import { refuseUnsigned } from './case-signing.ts';
import type { CaseStage, StageOutcome } from './case-stage.ts';
import type { CaseRelation } from './case-state.ts';
import type { CaseTypeDefinition } from './case-type.ts';
import { withAbsences } from './fold-stage.ts';
import type { FormField } from './form-field.ts';
import { type FormValues, formProblems } from './form-problems.ts';
import type { RefusalCode } from './refusal-codes.ts';

type AdvanceAction = Extract<CaseAction, { kind: 'advance' }>;
type Actor = {
  readonly accountId: string | null;
  readonly unitId?: string | null;
  readonly relations: ReadonlySet<CaseRelation>;
};

/** The row of a stage; null for none, and for one this definition does not know. */
export function stageOf(key: string | null, type: CaseTypeDefinition): CaseStage | null {
  return type.stages.find((stage) => stage.key === key) ?? null;
}

/** The stage a case stands in, as its definition writes it. */
export function currentStage(fold: CaseFold, type: CaseTypeDefinition): CaseStage | null {
  return stageOf(fold.stage, type);
}

/**
 * What the system does by itself when a waiting window is over: the stage and the way out. Null when the case stands in no window, or
 * it is not over yet, or stands still.
 */
export function timeoutAt(
  fold: CaseFold,
  now: Date,
  type: CaseTypeDefinition,
): { readonly stage: string; readonly outcome: string } | null {
  const stage = currentStage(fold, type);
  const clock = fold.clocks.stage;
  if (fold.state !== 'in-hand' || stage?.onTimeout === undefined || !clock) return null;
  if (clock.stoppedAt || clock.pausedAt || now < clock.dueAt) return null;
  return { stage: stage.key, outcome: stage.onTimeout };
}

/** Whether this actor may take some way out of the current stage, whatever it carries. */
export function refuseAdvance(fold: CaseFold, actor: Actor, now: Date, type: CaseTypeDefinition): RefusalCode | null {
  const stage = currentStage(fold, type);
  if (!stage) return 'wrong-state';
  // The system takes the way of a window that is over and no other; that is not refused for what people left undone.
  if (actor.accountId === null) return timeoutAt(fold, now, type) ? null : 'clock-not-out';
  if (!stage.by.some((one) => one !== 'system' && actor.relations.has(one))) return 'not-entitled';
  const me = actor.accountId;
  if (stage.notSameAs.some((key) => fold.stageBy[key]?.includes(me))) return 'second-person-needed';
  if (!stage.parts) return null;
  if (fold.parts.length === 0) return 'parts-missing';
  return areAllFinished(fold.parts) ? null : 'parts-unfinished';
}

/** Whether the actor's unit owes an answer now. */
export function refuseFinishPart(fold: CaseFold, actor: Actor, type: CaseTypeDefinition): RefusalCode | null {
  const mine = fold.parts.find((part) => part.unitId === actor.unitId);
  if (!mine || mine.lead || mine.finishedAt !== null) return 'part-unknown';
  if (type.stages.length === 0) return null;
  const stage = currentStage(fold, type);
  if (!stage?.parts) return 'part-unknown';
  return stage.parts.order === 'in-order' && partInTurn(fold.parts)?.unitId !== mine.unitId ? 'part-not-yet' : null;
}

/** What the case's data cannot say: counted by the server in the same transaction. */
export type Surroundings = { readonly openChildren?: number; readonly openCallers?: number };

/** The form as this way out asks it: a bare one takes what is there and misses nothing. */
export function formAsked(stage: CaseStage, outcome: string): readonly FormField[] {
  if (stage.outcomes.find(({ key }) => key === outcome)?.bare !== true) return stage.form;
  return stage.form.map(({ requiredWhen: _, ...field }) => ({ ...field, required: false }));
}

/** What the way taken asks for: words, form, evidence, attendance, closed children, answered callers. */
export function refuseAdvanceData(
  fold: CaseFold,
  action: AdvanceAction,
  type: CaseTypeDefinition,
  around: Surroundings,
): RefusalCode | null {
  const { data, actorId } = action;
  const stage = currentStage(fold, type);
  if (!stage || stage.key !== data.stage) return 'stage-changed';
  const outcome = stage.outcomes.find(({ key }) => key === data.outcome);
  if (!outcome) return 'outcome-unknown';
  if (actorId === null) return outcome.key === stage.onTimeout ? null : 'not-entitled';
  if (outcome.reason && !data.words?.trim()) return 'words-needed';
  if (formProblems(formAsked(stage, outcome.key), data.form ?? {}).length > 0) return 'form-incomplete';
  if (outcome.bare !== true && data.photos < stage.evidence) return 'evidence-missing';
  if (!isAttendance(fold, stage, data.attendance ?? [])) return 'attendance-invalid';
  const unsigned = refuseUnsigned(fold, stage, outcome.key, data);
  if (unsigned !== null) return unsigned;
  if (outcome.childrenClosed && stage.opens && fold.childIds.length === 0) return 'child-missing';
  if (outcome.childrenClosed && (around.openChildren ?? 0) > 0) return 'children-open';
  return outcome.to === 'handled' ? refuseEnd(fold, type, around) : null;
}

function refuseEnd(fold: CaseFold, type: CaseTypeDefinition, around: Surroundings): RefusalCode | null {
  const unticked = type.checklist.some(({ key, kind }) => kind === 'standard' && !fold.ticked.includes(key));
  if (unticked) return 'checklist-incomplete';
  return type.answerAll && (around.openCallers ?? 0) > 0 ? 'callers-unanswered' : null;
}

/** Only where there is a meeting; of each unit of the force it is said once whether it came. Nothing is said when nobody met. */
function isAttendance(fold: CaseFold, stage: CaseStage, attendance: readonly { unitId: string }[]): boolean {
  if (attendance.length === 0) return true;
  const units = new Set(attendance.map(({ unitId }) => unitId));
  const force = new Set(fold.parts.map(({ unitId }) => unitId));
  return (
    stage.meeting !== undefined &&
    units.size === attendance.length &&
    units.size === force.size &&
    [...units].every((unit) => force.has(unit))
  );
}

/** What is stored with an `advance` so that history never asks the type again: where it led, what it came to. */
export function settledAdvance(
  fold: CaseFold,
  data: AdvanceAction['data'],
  type: CaseTypeDefinition,
): AdvanceAction['data'] {
  const { to: _to, result: _result, publish: _publish, partsBegin: _parts, supervise: _supervise, ...given } = data;
  const stage = stageOf(data.stage, type);
  const outcome: StageOutcome | undefined = stage?.outcomes.find(({ key }) => key === data.outcome);
  if (!stage || !outcome) return given;
  const next = stageOf(outcome.to, type);
  const absences = Object.values(withAbsences(fold.absences, data.attendance ?? []));
  const tooOften = stage.meeting !== undefined && absences.some((count) => count >= (stage.meeting?.absences ?? 1));
  return {
    ...given,
    to: outcome.to,
    ...(outcome.to === 'handled' ? { result: outcome.result ?? 'solved' } : {}),
    ...(outcome.publish ? { publish: true } : {}),
    ...(next?.parts ? { partsBegin: true } : {}),
    ...(tooOften && !fold.supervised && data.attendance ? { supervise: true } : {}),
  };
}

/** The form's `about` unit, where a sealed type names one: neither target nor part, nor does it act. */
export function aboutUnit(type: CaseTypeDefinition, form: FormValues | undefined): string | null {
  const unit = type.about === undefined ? null : form?.[type.about];
  return typeof unit === 'string' && unit !== '' ? unit : null;
}
