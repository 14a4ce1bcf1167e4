import type { StageView } from '@linli/contract';

export interface StageRows {
  /** Gone through or where it stands, and what may still come, in the order of the procedure. */
  readonly shown: readonly StageView[];
  /** Ways the case did not take, told in one line. */
  readonly skipped: readonly StageView[];
}

/** A long procedure with by-ways reads as what happened and what may come; what was passed by stands apart. */
export function stageRows(stages: readonly StageView[]): StageRows {
  return {
    shown: stages.filter((stage) => stage.state !== 'skipped'),
    skipped: stages.filter((stage) => stage.state === 'skipped'),
  };
}

/** How its clock stands; null where it has none. `at` is the day it had to be done by, an instant. */
export function stageDue(
  stage: Pick<StageView, 'state' | 'dueAt' | 'leftAt' | 'overdue'>,
  now: Date,
): { readonly at: string; readonly standing: 'running' | 'late' | 'met' | 'met-late' } | null {
  const { dueAt, leftAt } = stage;
  if (dueAt === null) return null;
  if (stage.state === 'current') {
    return { at: dueAt, standing: stage.overdue || Date.parse(dueAt) < now.getTime() ? 'late' : 'running' };
  }
  if (leftAt === null) return null;
  return { at: dueAt, standing: Date.parse(leftAt) > Date.parse(dueAt) ? 'met-late' : 'met' };
}
