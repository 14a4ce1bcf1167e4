import {
  type AnyMapping,
  type ImportRun,
  isRegisterMapping,
  type OutputOf,
  type ParsedInputOf,
  type saveMapping,
  type startImport,
  type steerImport,
} from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { cancelDue, scheduleDue } from '../../platform/jobs/due-work.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { missingTargets } from './compile-mapping.ts';
import type { ImportDeps } from './deps.ts';
import { siteOfKind } from './policy.ts';
import { missingRegisterTargets, targetsFor } from './registers/propose-register-mapping.ts';
import { getRun, type RunRow, resetRun, runView } from './store.ts';

interface Call<Input> {
  actor: Actor;
  input: Input;
  now: Date;
  requestId: string;
}

/** Begins a dry run, or after one the import itself; a worker does it step by step. */
export async function beginRun(
  db: Db,
  deps: ImportDeps,
  call: Call<ParsedInputOf<typeof startImport>>,
): Promise<ImportRun> {
  const { actor, input, now } = call;
  const places = deps.places.get();
  return elevated(db, async () => {
    const run = await getRun(db, { actor, places }, input.importId, 'lock');
    if (input.dryRun) {
      // A list of a register may come again: what is in stays as it is, and rows are read anew with what was learnt of addresses.
      const isAgain = run.state === 'done' && run.kind !== 'orders';
      if (!isAgain && !['uploaded', 'checked', 'cancelled'].includes(run.state)) refuse('import-not-ready');
      // Once anything is in, a run is applied to its end or cancelled, never read another way.
      if (run.state === 'cancelled' && run.cursor_n > 0) refuse('import-not-ready');
      const mapping = input.mapping ?? run.mapping ?? refuse('mapping-incomplete', { missing: 'mapping' });
      mustFit(deps, actor, run, mapping);
      await resetRun(db, run.id);
      return moveTo(db, call, run, { state: 'checking', mapping: JSON.stringify(mapping) });
    }
    if (run.state !== 'checked') refuse('import-not-ready');
    await resetRun(db, run.id);
    return moveTo(db, call, run, { state: 'running' });
  });

  async function moveTo(
    on: Db,
    { requestId }: { requestId: string },
    run: RunRow,
    change: { state: 'checking' | 'running'; mapping?: string },
  ): Promise<ImportRun> {
    const after = await on
      .updateTable('import_run')
      .set({ ...change, cursor_n: 0, added: 0, same: 0, changed: 0, chased: 0, bad: 0, changed_at: now })
      .where('id', '=', run.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await scheduleDue(on, [{ kind: 'import.step', key: run.id, at: now, data: {} }]);
    const kind = change.state === 'checking' ? 'import.checked' : 'import.started';
    await journal(on, { kind, run, actor, now, requestId });
    return runView(after, places);
  }
}

/** The mapping reads this kind of table, says what is needed, and fills only what this person may fill. */
function mustFit(deps: ImportDeps, actor: Actor, run: RunRow, mapping: AnyMapping): void {
  const incomplete = (missing: readonly string[]) => {
    if (missing.length > 0) refuse('mapping-incomplete', { missing: missing.join(', ') });
  };
  if (!isRegisterMapping(mapping)) {
    incomplete(run.kind === 'orders' ? missingTargets(mapping) : ['noun']);
    return;
  }
  if (run.kind !== mapping.noun) incomplete(['noun']);
  const allowed = targetsFor(actor, mapping.noun, run.path);
  if (mapping.columns.some(({ to }) => !allowed.includes(to))) refuse('not-allowed');
  if (mapping.checkDigit === 'test' && !deps.demo) refuse('checks-not-lowered');
  incomplete(missingRegisterTargets(mapping));
}

/** Pauses, resumes or cancels. A batch in hand is waited for; what is in stays in. */
export async function steerRun(
  db: Db,
  deps: ImportDeps,
  call: Call<ParsedInputOf<typeof steerImport>>,
): Promise<ImportRun> {
  const { actor, input, now, requestId } = call;
  const places = deps.places.get();
  const next = {
    pause: { from: ['running'], state: 'paused' },
    resume: { from: ['paused'], state: 'running' },
    cancel: { from: ['uploaded', 'checking', 'checked', 'running', 'paused'], state: 'cancelled' },
  } as const;
  const { from, state } = next[input.to];
  return elevated(db, async () => {
    const run = await getRun(db, { actor, places }, input.importId, 'lock');
    if (!(from as readonly string[]).includes(run.state)) refuse('import-not-ready'); // widen the literal tuple for includes
    const isDryRun = run.state === 'checking' || run.state === 'checked';
    const after = await db
      .updateTable('import_run')
      .set({ state, changed_at: now, ...(state === 'cancelled' && isDryRun ? { cursor_n: 0 } : {}) })
      .where('id', '=', run.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (state === 'running') await scheduleDue(db, [{ kind: 'import.step', key: run.id, at: now, data: {} }]);
    else await cancelDue(db, 'import.step', [run.id]);
    await journal(db, { kind: `import.${state === 'running' ? 'resumed' : state}`, run, actor, now, requestId });
    return runView(after, places);
  });
}

async function journal(
  db: Db,
  { kind, run, actor, now, requestId }: { kind: string; run: RunRow; actor: Actor; now: Date; requestId: string },
): Promise<void> {
  await appendJournal(db, [
    {
      at: now,
      kind,
      noun: 'import',
      nounId: run.id,
      path: run.path,
      actorId: actor.accountId,
      requestId,
      data: { rows: run.row_count },
    },
  ]);
}

/** Keeps a mapping; the same name again is its next version. */
export async function keepMapping(
  db: Db,
  deps: ImportDeps,
  call: Call<ParsedInputOf<typeof saveMapping>>,
): Promise<OutputOf<typeof saveMapping>> {
  const { actor, input, now } = call;
  const { mapping } = input;
  const kind = isRegisterMapping(mapping) ? mapping.noun : 'orders';
  const siteId = siteOfKind(actor, deps.places.get(), { kind, now });
  return elevated(db, () =>
    db
      .insertInto('import_mapping')
      .values({
        id: newId(),
        site_id: siteId,
        kind,
        name: mapping.name,
        version: 1,
        definition: JSON.stringify(mapping),
        changed_at: now,
        changed_by: actor.accountId,
      })
      .onConflict((c) =>
        c.columns(['site_id', 'kind', 'name']).doUpdateSet((e) => ({
          version: e('import_mapping.version', '+', 1),
          definition: e.ref('excluded.definition'),
          changed_at: now,
          changed_by: actor.accountId,
        })),
      )
      .returning(['name', 'version'])
      .executeTakeFirstOrThrow(),
  );
}
