import { type AnyMapping, type ImportMapping, isRegisterMapping } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { ImportDeps } from './deps.ts';
import type { BadRow } from './prepare-rows.ts';
import type { RowProblem } from './problem-words.ts';
import { loadReadContext } from './read-context.ts';
import type { ReadContext } from './read-order.ts';
import type { RunRow } from './store.ts';
import type { TakeCall } from './take-orders.ts';

/** From so many rows on, nobody is told of each single case. */
const quietFrom = 200;

/** What a step did: rows by outcome, and those that are named with a problem. */
export interface StepResult {
  tally: Tally;
  bad: BadRow[];
  /** New ones of a dry run whose time would be up on arrival: it runs from when they were reported. */
  late?: number;
}

interface Tally {
  added: number;
  same: number;
  changed: number;
  chased: number;
}

export const emptyTally: Readonly<Tally> = { added: 0, same: 0, changed: 0, chased: 0 };

export const orderChanged: RowProblem = { heading: '', code: 'order-changed', params: {} };

/** How the rows of a run are read, and for whom they are taken up. */
export async function loadStepContext(
  db: Db,
  deps: ImportDeps,
  run: RunRow,
  now: Date,
): Promise<{ context: ReadContext; call: TakeCall }> {
  const mapping = orderMapping(run.mapping);
  const site = { id: run.site_id, path: run.path };
  const actor: Actor = { kind: 'staff', accountId: run.uploaded_by, name: '', scopes: [], pools: [] };
  const context = await loadReadContext(db, deps, {
    site,
    mapping,
    headings: run.headings,
    now,
    quiet: run.row_count >= quietFrom,
  });
  return { context, call: { site, system: mapping.system, actor, runId: run.id, now } };
}

/** The mapping of a table of orders; refuses one of a register, and none. */
export function orderMapping(mapping: AnyMapping | null): ImportMapping {
  return mapping && !isRegisterMapping(mapping) ? mapping : refuse('import-not-ready');
}
