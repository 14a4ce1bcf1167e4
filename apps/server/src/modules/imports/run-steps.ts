import type { Db } from '../../platform/db/database.ts';
import type { ImportDeps } from './deps.ts';
import type { OpenRow } from './prepare-rows.ts';
import type { StepResult } from './step-context.ts';
import type { RunRow } from './store.ts';

/** What is done with some rows of a run, in the transaction that moves its cursor. */
export type RunStep = (
  db: Db,
  deps: ImportDeps,
  run: RunRow,
  rows: readonly OpenRow[],
  now: Date,
) => Promise<StepResult>;

/** What a kind of import does with its rows. All else (upload, mapping, steering, problems, resuming) is alike for all kinds. */
export interface RunSteps {
  rowsPerStep: Readonly<Record<'checking' | 'running', number>>;
  /** What applying would do, without doing it. */
  check: RunStep;
  apply: RunStep;
}
