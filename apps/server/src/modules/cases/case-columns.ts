import {
  type CaseFold,
  type CaseTypeDefinition,
  type ClockName,
  clockNames,
  isOpen,
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
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  // What ran out first comes first in every list; only then what runs out next.
  const due = missed ?? nextDue(fold);
  const promised = fold.clocks.total ?? fold.clocks.handle;
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
    reporter_count: Math.max(1, fold.reporterIds.length),
    rework_count: fold.reworkCount,
    result: fold.result,
    rating: fold.rating,
    merged_into: fold.mergedInto,
    due_clock: (due?.clock ?? null) as ClockName | null, // widened so that rows and updates share the type
    due_at: fold.state === 'suspended' ? null : (due?.dueAt ?? null),
    promised_at: promised && !promised.pausedAt ? promised.dueAt : null,
    ran_out_at: missed?.dueAt ?? null,
    closed_at: fold.closedAt,
  };
}

export type CaseColumns = ReturnType<typeof caseColumns>;

/** A step of the escalation ladder that has not been taken in this run of its clock. */
export interface LadderStep {
  clock: ClockName;
  afterMinutes: number;
  action: 'remind' | 'escalate' | 'supervise';
  notify: readonly string[];
  at: Date;
}

/** Steps still ahead or owed, earliest first. A step is counted from its clock's deadline and taken once per run of the clock. */
export function ladderSteps(fold: CaseFold, type: CaseTypeDefinition, taken: ReadonlySet<string>): LadderStep[] {
  const steps: LadderStep[] = [];
  for (const step of type.escalation) {
    const clock = fold.clocks[step.clock];
    if (!clock || clock.stoppedAt || clock.pausedAt) continue;
    if (taken.has(ladderKey(step.clock, step.afterMinutes, clock.startedAt))) continue;
    steps.push({ ...step, at: new Date(clock.dueAt.getTime() + step.afterMinutes * 60_000) });
  }
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

export function ladderKey(clock: ClockName, afterMinutes: number, startedAt: Date): string {
  return `${clock}/${afterMinutes}/${startedAt.getTime()}`;
}

/** When the case next needs looking at by itself; null when nothing runs. */
export function nextWake(fold: CaseFold, type: CaseTypeDefinition, taken: ReadonlySet<string>): Date | null {
  const times = [nextDue(fold)?.dueAt, ladderSteps(fold, type, taken)[0]?.at].flatMap((at) =>
    at ? [at.getTime()] : [],
  );
  return times.length > 0 && isOpen(fold.state) ? new Date(Math.min(...times)) : null;
}
