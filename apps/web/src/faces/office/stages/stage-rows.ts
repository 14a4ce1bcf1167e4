import type { CaseDetail, StageView } from '@linli/contract';

export interface StageRows {
  /** Gone through or where it stands, and the next, in the order of the procedure. */
  readonly shown: readonly StageView[];
  /** What lies further ahead, much of it by-ways: told in one line. */
  readonly later: readonly StageView[];
  /** Ways the case did not take, told in one line. */
  readonly skipped: readonly StageView[];
}

const SHOWN_AHEAD = 2;

/** A long procedure with by-ways reads as what happened and what may come; what was passed by stands apart. */
export function stageRows(stages: readonly StageView[]): StageRows {
  const ahead = stages.filter((stage) => stage.state === 'ahead');
  const later = ahead.length > SHOWN_AHEAD + 1 ? ahead.slice(SHOWN_AHEAD) : [];
  return {
    shown: stages.filter((stage) => stage.state !== 'skipped' && !later.includes(stage)),
    later,
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

/** Until when a case made of this one was to be done, as it was agreed when it was opened: `YYYY-MM-DD`. */
export function agreedDay(story: CaseDetail['story'], childId: string): string | undefined {
  const opened = story.find(({ kind, data }) => kind === 'open-child' && data.childId === childId);
  const day = opened?.data.handleBy;
  return typeof day === 'string' ? day : undefined;
}
