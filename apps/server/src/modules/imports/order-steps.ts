import { setImmediate as turn } from 'node:timers/promises';
import { nextDue } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { applyRows } from './apply-rows.ts';
import type { ImportDeps } from './deps.ts';
import { firstLines } from './first-lines.ts';
import { type BadRow, type GoodRow, type OpenRow, playRow, readRows } from './prepare-rows.ts';
import type { RowProblem } from './problem-words.ts';
import type { RunSteps } from './run-steps.ts';
import { emptyTally, loadStepContext, orderChanged, type StepResult } from './step-context.ts';
import type { RunRow } from './store.ts';
import { findKnown } from './take-orders.ts';

/** Rows read or played before others get the thread: a few milliseconds. */
const rowsPerTurn = 50;

/** Orders of another system that become cases. */
export const orderSteps: RunSteps = {
  // Long enough that the fixed costs of a transaction vanish, short enough that a pause is felt at once.
  rowsPerStep: { checking: 2500, running: 1000 },
  check: checkRows,
  apply: applyRows,
};

/** What applying would do, without doing it. */
async function checkRows(
  db: Db,
  deps: ImportDeps,
  run: RunRow,
  rows: readonly OpenRow[],
  now: Date,
): Promise<StepResult> {
  const { context, call } = await loadStepContext(db, deps, run, now);
  const good: GoodRow[] = [];
  const bad: BadRow[] = [];
  for (let at = 0; at < rows.length; at += rowsPerTurn) {
    await turn();
    const read = readRows(deps.crypto, rows.slice(at, at + rowsPerTurn), context);
    good.push(...read.good);
    bad.push(...read.bad);
  }
  const numbers = good.map(({ read }) => read.order.externalId);
  const known = await findKnown(db, call, [...numbers, ...good.flatMap(({ read }) => read.chases ?? [])]);
  const lines = await firstLines(
    db,
    run.id,
    good.map(({ read, row }) => ({ number: read.order.externalId, line: row.line })),
  );
  const tally = { ...emptyTally };
  let late = 0;
  for (const [i, one] of good.entries()) {
    if (i % rowsPerTurn === 0) await turn();
    const { order, chases } = one.read;
    const firstLine = lines.get(order.externalId) ?? one.row.line;
    const before = known.get(order.externalId);
    if (firstLine !== one.row.line) bad.push({ row: one.row, problems: [repeated(firstLine)] });
    else if (before?.hash.equals(one.hash)) tally.same++;
    else if (before) {
      tally.changed++;
      bad.push({ row: one.row, problems: [orderChanged] });
    } else if (chases !== null && (known.has(chases) || lines.has(chases))) tally.chased++;
    else {
      const result = playRow(deps, { actor: call.actor, good: one });
      if ('problems' in result) bad.push({ row: one.row, problems: result.problems });
      else {
        tally.added++;
        const due = nextDue(result.played.played.fold);
        if (due && due.dueAt <= now) late++;
      }
    }
  }
  return { tally, bad, late };
}

const repeated = (firstLine: number): RowProblem => ({ heading: '', code: 'number-repeated', params: { firstLine } });
