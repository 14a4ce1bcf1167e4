import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { type DueHandler, scheduleDue } from '../../platform/jobs/due-work.ts';
import { applyRows } from './apply-rows.ts';
import type { ImportDeps } from './deps.ts';
import { type BadRow, type GoodRow, type OpenRow, playRow, readRows } from './prepare-rows.ts';
import type { RowProblem } from './problem-words.ts';
import { emptyTally, loadStepContext, orderChanged, type StepResult } from './step-context.ts';
import { insertProblems, type RunRow, readRowsAfter } from './store.ts';
import { findKnown } from './take-orders.ts';

/** Rows of one transaction: long enough that its fixed costs vanish, short enough that a pause is felt at once. */
const rowsPerStep = { checking: 2500, running: 1000 } as const;
/** Rows read or played before others get the thread: a few milliseconds. */
const rowsPerTurn = 50;

/** Due work of kind `import.step`: one batch of a run. The cursor moves in the transaction of the batch, so a killed worker loses nothing. */
export function importStepHandler(deps: ImportDeps): DueHandler {
  return async (db, item, now) => {
    const run = await db.selectFrom('import_run').selectAll().where('id', '=', item.key).forUpdate().executeTakeFirst();
    if (!run || (run.state !== 'checking' && run.state !== 'running')) return;
    if (!run.mapping) throw new Error('a run was started without a mapping');
    const rows = await readRowsAfter(db, deps.crypto, run.id, {
      afterN: run.cursor_n,
      limit: rowsPerStep[run.state],
    });
    const step = run.state === 'checking' ? checkRows : applyRows;
    const { tally, bad } = rows.length > 0 ? await step(db, deps, run, rows, now) : { tally: emptyTally, bad: [] };
    await insertProblems(db, run.id, bad);
    const isLast = rows.length < rowsPerStep[run.state];
    const finished = run.state === 'checking' ? 'checked' : 'done';
    await db
      .updateTable('import_run')
      .set((e) => ({
        cursor_n: rows.at(-1)?.n ?? run.cursor_n,
        added: e('added', '+', tally.added),
        same: e('same', '+', tally.same),
        changed: e('changed', '+', tally.changed),
        chased: e('chased', '+', tally.chased),
        bad: e('bad', '+', bad.filter(({ problems }) => problems[0]?.code !== 'order-changed').length),
        state: isLast ? finished : run.state,
        changed_at: now,
      }))
      .where('id', '=', run.id)
      .execute();
    if (isLast) await db.deleteFrom('import_number').where('run_id', '=', run.id).execute();
    else await scheduleDue(db, [{ kind: 'import.step', key: run.id, at: now, data: {} }]);
  };
}

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
      if ('problem' in result) bad.push({ row: one.row, problems: [result.problem] });
      else tally.added++;
    }
  }
  return { tally, bad };
}

const repeated = (firstLine: number): RowProblem => ({ heading: '', code: 'number-repeated', params: { firstLine } });

/** Remembers the numbers of a dry run; answers the line on which each first stood. */
async function firstLines(
  db: Db,
  runId: string,
  rows: readonly { number: string; line: number }[],
): Promise<Map<string, number>> {
  await sql`insert into import_number (run_id, number, line)
    select distinct on (r.number) ${runId}::uuid, r.number, r.line
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(number text, line int) order by r.number, r.line
    on conflict do nothing`.execute(db);
  const { rows: found } = await sql<{
    number: string;
    line: number;
  }>`select number, line from import_number where run_id = ${runId} and number = any(${rows.map((row) => row.number)}::text[])`.execute(
    db,
  );
  return new Map(found.map((row) => [row.number, row.line]));
}
