import type { CaseAction } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import { droppedParts, renewedParts } from './case-parts.ts';

type ActionOf<K extends CaseAction['kind']> = Extract<CaseAction, { kind: K }>;

/** A procedure not begun: before the first report, and again in every new round. */
export const noStage = {
  stage: null,
  lastStage: null,
  stageEnteredAt: null,
  stageBy: {},
  stageForms: {},
  signatures: [],
  closingForm: null,
  outcome: null,
  answer: null,
  publishedAt: null,
  absences: {},
} as const satisfies Partial<CaseFold>;

/** The stage entered with `take`; older rows name none, and types without stages have none. */
export function firstStage(fold: CaseFold, action: ActionOf<'take'>): Partial<CaseFold> {
  const { stage, partsBegin } = action.data;
  if (stage === undefined) return {};
  return { stage, stageEnteredAt: action.at, ...(partsBegin ? { parts: renewedParts(fold.parts) } : {}) };
}

/** One way taken out of a stage: to another, to the same again, or out of the procedure. */
export function advanced(fold: CaseFold, action: ActionOf<'advance'>): Partial<CaseFold> {
  const { at, actorId, data } = action;
  const to = data.to ?? data.stage;
  const changed: Partial<CaseFold> = {
    outcome: data.outcome,
    signatures: [],
    stageBy: actorId === null ? fold.stageBy : withTaker(fold.stageBy, data.stage, actorId),
    stageForms: data.form ? { ...fold.stageForms, [data.stage]: data.form } : fold.stageForms,
    // A reporter's own step makes him no handler for ever; `stageBy` keeps him from checking this round.
    handlerIds:
      actorId === null || fold.handlerIds.includes(actorId) || fold.reporterIds.includes(actorId)
        ? fold.handlerIds
        : [...fold.handlerIds, actorId],
    parts: data.partsBegin ? renewedParts(fold.parts) : droppedParts(fold.parts),
    absences: withAbsences(fold.absences, data.attendance ?? []),
    supervised: fold.supervised || data.supervise === true,
    publishedAt: data.publish ? at : fold.publishedAt,
    answer: data.publish || to === 'handled' ? (data.words ?? fold.answer) : fold.answer,
  };
  if (to !== 'handled') return { ...changed, stage: to, stageEnteredAt: at };
  const closes = data.sampled === false;
  return {
    ...changed,
    state: closes ? 'closed' : 'handled',
    stage: null,
    stageEnteredAt: null,
    lastStage: data.stage,
    result: data.result ?? 'solved',
    handledAt: at,
    closedAt: closes ? at : null,
    handledOnTheSpot: false,
  };
}

/** By unit: how often it was late or absent, these meetings included. */
export function withAbsences(
  before: Readonly<Record<string, number>>,
  attendance: readonly { unitId: string; status: string }[],
): Readonly<Record<string, number>> {
  const missed = attendance.filter(({ status }) => status === 'absent' || status === 'late');
  if (missed.length === 0) return before;
  const after: Record<string, number> = { ...before };
  for (const { unitId } of missed) after[unitId] = (after[unitId] ?? 0) + 1;
  return after;
}

function withTaker(stageBy: CaseFold['stageBy'], stage: string, accountId: string): CaseFold['stageBy'] {
  const takers = stageBy[stage] ?? [];
  return takers.includes(accountId) ? stageBy : { ...stageBy, [stage]: [...takers, accountId] };
}
