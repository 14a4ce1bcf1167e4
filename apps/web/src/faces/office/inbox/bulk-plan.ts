import type { CaseSummary } from '@linli/contract';
import type { CaseState } from '@linli/domain';

export type BulkAction = 'dispatch' | 'urge';
export type BulkResult = {
  readonly row: CaseSummary;
  readonly outcome: 'done' | 'refused' | 'skipped';
  readonly message: string;
};

// Only to say beforehand what can come of it; whether each may be done is the server's word.
const states: Readonly<Record<BulkAction, readonly CaseState[]>> = {
  dispatch: ['accepted'],
  urge: ['dispatched', 'in-hand'],
};

/** Which of the ticked cases stand where the action makes sense, and which do not. */
export function splitForBulk<Row extends { readonly state: CaseState }>(
  action: BulkAction,
  cases: readonly Row[],
): { fit: Row[]; skipped: Row[] } {
  const fit = cases.filter((row) => states[action].includes(row.state));
  return { fit, skipped: cases.filter((row) => !fit.includes(row)) };
}
