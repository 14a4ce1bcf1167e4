import type { ImportKind } from '@linli/contract';
import { type DueHandler, scheduleDue } from '../../platform/jobs/due-work.ts';
import type { ImportDeps } from './deps.ts';
import { orderSteps } from './order-steps.ts';
import { isNote } from './problem-words.ts';
import { registerSteps } from './registers/register-steps.ts';
import type { RunSteps } from './run-steps.ts';
import { emptyTally, type StepResult } from './step-context.ts';
import { addLate, insertProblems, readRowsAfter } from './store.ts';

const stepsOf: Readonly<Record<ImportKind, RunSteps>> = {
  orders: orderSteps,
  home: registerSteps,
  household: registerSteps,
  person: registerSteps,
  entity: registerSteps,
  asset: registerSteps,
};

/** Due work of kind `import.step`: one batch of a run. The cursor moves in the transaction of the batch, so a killed worker loses nothing. */
export function importStepHandler(deps: ImportDeps): DueHandler {
  return async (db, item, now) => {
    const run = await db.selectFrom('import_run').selectAll().where('id', '=', item.key).forUpdate().executeTakeFirst();
    if (!run || (run.state !== 'checking' && run.state !== 'running')) return;
    if (!run.mapping) throw new Error('a run was started without a mapping');
    const steps = stepsOf[run.kind];
    const limit = steps.rowsPerStep[run.state];
    const rows = await readRowsAfter(db, deps.crypto, run.id, { afterN: run.cursor_n, limit });
    const step = run.state === 'checking' ? steps.check : steps.apply;
    const { tally, bad, late }: StepResult =
      rows.length > 0 ? await step(db, deps, run, rows, now) : { tally: emptyTally, bad: [] };
    await insertProblems(db, run.id, bad);
    if (late) await addLate(db, run.id, late);
    const isLast = rows.length < limit;
    const finished = run.state === 'checking' ? 'checked' : 'done';
    await db
      .updateTable('import_run')
      .set((e) => ({
        cursor_n: rows.at(-1)?.n ?? run.cursor_n,
        added: e('added', '+', tally.added),
        same: e('same', '+', tally.same),
        changed: e('changed', '+', tally.changed),
        chased: e('chased', '+', tally.chased),
        bad: e('bad', '+', bad.filter(({ problems }) => !problems.every(isNote)).length),
        state: isLast ? finished : run.state,
        changed_at: now,
      }))
      .where('id', '=', run.id)
      .execute();
    if (isLast) await db.deleteFrom('import_number').where('run_id', '=', run.id).execute();
    else await scheduleDue(db, [{ kind: 'import.step', key: run.id, at: now, data: {} }]);
  };
}
