import { setImmediate as turn } from 'node:timers/promises';
import type { Db } from '../../platform/db/database.ts';
import type { ImportDeps } from './deps.ts';
import { type BadRow, type OpenRow, readRows } from './prepare-rows.ts';
import { emptyTally, loadStepContext, orderChanged, type StepResult } from './step-context.ts';
import type { RunRow } from './store.ts';
import { findKnown, type KnownNumbers, makeReady, type ReadyRow, takeOrders } from './take-orders.ts';

/** Orders of one statement. What is made of them must be garbage soon: of 1000 at once the collector copies most around again and again. */
const rowsPerStatement = 250;
/** Rows prepared before others get the thread: about two milliseconds. */
const rowsPerTurn = 10;

/** Takes the rows up. While PostgreSQL writes some, the next ones are prepared: neither waits for the other. */
export async function applyRows(
  db: Db,
  deps: ImportDeps,
  run: RunRow,
  rows: readonly OpenRow[],
  now: Date,
): Promise<StepResult> {
  const { context, call } = await loadStepContext(db, deps, run, now);
  const told = rows.flatMap((row) => context.compiled.cellsOf('number', row.cells)[0]?.text ?? []);
  const numbers: KnownNumbers = { before: await findKnown(db, call, told), lines: new Map() };
  const tally = { ...emptyTally };
  const bad: BadRow[] = [];
  const parts = Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, i) =>
    rows.slice(i * rowsPerStatement, (i + 1) * rowsPerStatement),
  );
  let ready = await prepare(parts[0] ?? []);
  for (const next of [...parts.slice(1), []]) {
    const [, prepared] = await Promise.all([write(ready), prepare(next)]);
    ready = prepared;
  }
  return { tally, bad };

  async function prepare(part: readonly OpenRow[]): Promise<ReadyRow[]> {
    const made: ReadyRow[] = [];
    for (let at = 0; at < part.length; at += rowsPerTurn) {
      await turn();
      const read = readRows(deps.crypto, part.slice(at, at + rowsPerTurn), context);
      bad.push(...read.bad);
      for (const good of read.good) made.push(makeReady(deps, call, good, numbers.before));
    }
    return made;
  }

  async function write(part: readonly ReadyRow[]): Promise<void> {
    const result = await takeOrders(db, deps, call, part, numbers);
    bad.push(...result.bad);
    for (const { row, outcome } of result.taken) {
      tally[outcome]++;
      if (outcome === 'changed') bad.push({ row, problems: [orderChanged] });
    }
  }
}
