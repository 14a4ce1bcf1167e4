import type { CaseStage, StageOutcome } from './case-stage.ts';

/** Words of a way that says why and hands the next step to the reporter are meant for them: what is missing, what must be put right. */
export function tellsReporter(
  stages: readonly Pick<CaseStage, 'key' | 'by'>[],
  { reason, to }: Pick<StageOutcome, 'reason' | 'to'>,
): boolean {
  return reason && stages.some((stage) => stage.key === to && stage.by.includes('reporter'));
}
