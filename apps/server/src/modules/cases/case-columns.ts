import {
  type CaseFold,
  type CaseTypeDefinition,
  type ClockName,
  type ClockState,
  clockNames,
  isOpen,
  isPartRunning,
  isRunning,
  nextDue,
} from '@linli/domain';

/** The columns of `cases` that are folded from its actions: what lists filter and order by. Nobody misses a clock that stands still. */
export function caseColumns(fold: CaseFold, unitKind: string | null) {
  const missed = clockNames
    .flatMap((clock) => {
      const state = fold.clocks[clock];
      return state?.ranOutAt && isRunning(state) ? [{ clock, dueAt: state.ranOutAt }] : [];
    })
    .concat(missedParts(fold))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  // What ran out first comes first in every list; only then what runs out next.
  const due = missed ?? nextDue(fold);
  const promised = fold.clocks.total ?? fold.clocks.handle ?? promisedByStage(fold);
  return {
    state: fold.state,
    round: fold.round,
    is_open: isOpen(fold.state),
    target_kind: fold.target?.kind ?? null,
    target_unit_id: fold.target?.unitId ?? null,
    target_post_id: fold.target?.postId ?? null,
    target_unit_kind: fold.target?.kind === 'pool' ? unitKind : null,
    handler_id: fold.handlerId,
    handler_ids: [...fold.handlerIds],
    pending: fold.pending?.kind ?? null,
    supervised: fold.supervised,
    urged_count: fold.urgedCount,
    reporter_count: Math.max(1, fold.reporterIds.length - fold.invitedIds.length - fold.namedIds.length),
    rework_count: fold.reworkCount,
    result: fold.result,
    rating: fold.rating,
    merged_into: fold.mergedInto,
    due_clock: (due?.clock ?? null) as ClockName | null, // widened so that rows and updates share the type
    due_at: fold.state === 'suspended' ? null : (due?.dueAt ?? null),
    promised_at: promised && !promised.pausedAt ? promised.dueAt : null,
    ran_out_at: missed?.dueAt ?? null,
    closed_at: fold.closedAt,
    stage: fold.stage,
    outcome: fold.outcome,
    answer: fold.answer,
    published_at: fold.publishedAt,
    part_unit_ids: fold.parts.map((part) => part.unitId),
    absences: mostAbsences(fold),
    excluded: fold.excluded !== null,
  };
}

/**
 * A procedure without an overall term promises step by step: until when the present one is taken. A waiting window promises nothing, and
 * what an earlier stage had promised is over once a stage without a term is reached.
 */
function promisedByStage({ clocks, stage }: CaseFold): ClockState | undefined {
  const clock = clocks.stage;
  if (!clock || clock.window) return undefined;
  return clock.stoppedAt === null || stage === null ? clock : undefined;
}

/** Parts of the task force that ran out and are still owed; their clock goes by the name of the stage. */
function missedParts(fold: CaseFold): { clock: ClockName; dueAt: Date }[] {
  return fold.parts.flatMap((part) =>
    part.ranOutAt && isPartRunning(part) ? [{ clock: 'stage' as const, dueAt: part.ranOutAt }] : [],
  );
}

/** Of the unit that stayed away most often. */
function mostAbsences(fold: CaseFold): number {
  let most = 0;
  for (const unitId in fold.absences) most = Math.max(most, fold.absences[unitId] ?? 0);
  return most;
}

export type CaseColumns = ReturnType<typeof caseColumns>;

/** A step of the escalation ladder that has not been taken in this run of its clock. */
export interface LadderStep {
  clock: ClockName;
  afterMinutes: number;
  action: 'remind' | 'escalate' | 'supervise';
  notify: readonly string[];
  /** Of one part of the task force. */
  unitId: string | undefined;
  at: Date;
}

/** Steps still ahead or owed, earliest first. A step is counted from its clock's deadline and taken once per run of the clock. */
export function ladderSteps(fold: CaseFold, type: CaseTypeDefinition, taken: ReadonlySet<string>): LadderStep[] {
  const steps: LadderStep[] = [];
  for (const step of type.escalation) {
    for (const { startedAt, dueAt, unitId } of runsOf(fold, step.clock)) {
      if (taken.has(ladderKey(step.clock, step.afterMinutes, startedAt, unitId))) continue;
      const at = new Date(dueAt.getTime() + step.afterMinutes * 60_000);
      const { clock, afterMinutes, action, notify } = step;
      steps.push({ clock, afterMinutes, action, notify, unitId, at });
    }
  }
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What runs under a clock's name: the clock itself, no waiting window, and with `stage` each part that is owed. */
function runsOf(fold: CaseFold, name: ClockName): { startedAt: Date; dueAt: Date; unitId?: string }[] {
  const clock = fold.clocks[name];
  const own = clock && isRunning(clock) && clock.window !== true ? [clock] : [];
  if (name !== 'stage') return own;
  const parts = fold.parts.flatMap(({ unitId, ...part }) =>
    isPartRunning({ unitId, ...part }) && part.startedAt && part.dueAt
      ? [{ startedAt: part.startedAt, dueAt: part.dueAt, unitId }]
      : [],
  );
  return [...own, ...parts];
}

export function ladderKey(clock: ClockName, afterMinutes: number, startedAt: Date, unitId = ''): string {
  return `${clock}/${afterMinutes}/${startedAt.getTime()}/${unitId}`;
}

/** When the case next needs looking at by itself; null when nothing runs. */
export function nextWake(fold: CaseFold, type: CaseTypeDefinition, taken: ReadonlySet<string>): Date | null {
  const times = [nextDue(fold)?.dueAt, ladderSteps(fold, type, taken)[0]?.at].flatMap((at) =>
    at ? [at.getTime()] : [],
  );
  return times.length > 0 && isOpen(fold.state) ? new Date(Math.min(...times)) : null;
}
