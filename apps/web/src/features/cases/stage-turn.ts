import type { CaseDetail, CurrentStage, PartView } from '@linli/contract';

type Standing = {
  readonly stage: Pick<CurrentStage, 'mayTake' | 'parts'>;
  readonly parts: readonly Pick<PartView, 'owed' | 'lead' | 'finishedAt'>[];
  /** An answer on its way is no longer among them. */
  readonly can: CaseDetail['can'];
};

/** Whose turn a stage is, as the reader is told: theirs, their unit's answer, the answers of other units, or another post's. */
export function stageTurn({ stage, parts, can }: Standing): 'mine' | 'ours' | 'waits' | 'notMine' {
  if (can.includes('finish-part') && parts.some(({ owed }) => owed)) return 'ours';
  if (stage.mayTake) return 'mine';
  const waits = stage.parts !== null && parts.some(({ lead, finishedAt }) => !lead && finishedAt === null);
  return waits ? 'waits' : 'notMine';
}
