import type { getReturn, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, chosenNeeds, type FormDefinition, mayInArea, possibleActs, type ReturnAct } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { FormDeps } from './deps.ts';
import { findHiddenFigures } from './figure-sight.ts';
import { mayReadReturn, mayReadRows } from './policy.ts';
import { findReturnSight } from './return-sight.ts';
import { findSealed, mayKnowRows, showRow } from './show-cells.ts';
import { findDefinition, findReturn, type ReturnRow } from './store.ts';
import type { StoredRow } from './stored-row.ts';
import { returnView } from './views.ts';

/** One return with a page of its rows, as far as the reader may see people. */
export async function findReturnPage(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getReturn>; now: Date },
): Promise<OutputOf<typeof getReturn>> {
  const { actor, input, now } = call;
  const { row, definition } = await readableReturn(db, actor, input.returnId);
  const showsRows = maySeeRows(actor, definition, row);
  // Rows of areas hold nobody: whoever may read the return reads them, where row-level security knows only who keeps registers.
  const find = () => findRows(db, row.id, input);
  const rows = showsRows ? await (definition.rows.by === 'area' ? elevated(db, find) : find()) : [];
  const sealed = await findSealed(db, deps.crypto, definition, rows);
  const hidden = await findHiddenFigures(db, actor, definition, rows);
  const steps = await db
    .selectFrom('form_step')
    .selectAll()
    .where('return_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    form: returnView(row, deps, { now, sight: await findReturnSight(db, actor, [row]) }),
    columns: definition.columns.map(({ key, label, bind }) => ({ key, label, bind })),
    showsRows,
    rows: rows.map((one) => ({
      key: one.key,
      serial: one.serial,
      cells: showRow(actor, definition, one, { sealed, hidden }),
    })),
    steps: steps.map((step) => ({ at: step.at.toISOString(), act: step.act, by: step.by_words, words: step.words })),
    allowed: possibleActs(row.state).filter((act) => mayAct(actor, act, row)),
  };
}

/** A return the actor may know of, with the definition it was filled by. */
export async function readableReturn(
  db: Db,
  actor: Actor,
  returnId: string,
): Promise<{ row: ReturnRow; definition: FormDefinition }> {
  const row = await findReturn(db, returnId);
  if (!row || !mayReadReturn(actor, row, row.path)) return refuse('not-found');
  const definition = await findDefinition(db, row.formId, row.version);
  return definition ? { row, definition } : refuse('not-found');
}

export function maySeeRows(actor: Actor, definition: FormDefinition, row: ReturnRow): boolean {
  const needs = definition.rows.by === 'subject' ? chosenNeeds(definition.rows) : [];
  return mayReadRows(actor, definition, row.path) && mayKnowRows(actor, needs, row.path);
}

function mayAct(actor: Actor, act: ReturnAct, row: ReturnRow): boolean {
  const fills = mayInArea(actor, 'forms:fill', row.path);
  if (act === 'approve') return mayInArea(actor, 'forms:approve', row.path);
  return act === 'send-back' ? fills || mayInArea(actor, 'forms:approve', row.path) : fills;
}

/** Rows in the order of their ledger, numbered from 1 over the whole of it. */
export async function findRows(
  db: Db,
  returnId: string,
  page: { from: number; limit: number; missing: boolean },
): Promise<StoredRow[]> {
  const missing: RawBuilder<unknown> = page.missing ? sql`where marks like '%m%'` : sql``;
  const { rows } = await sql<StoredRow>`select n.*, s.home_id as "homeId", s.household_id as "householdId" from (
      select return_id as "returnId", row_key as key, path::text as path, cells, marks,
        row_number() over (order by sort, row_key)::int as serial from form_row where return_id = ${returnId}) n
    left join subject s on s.id = n.key ${missing} order by serial offset ${page.from} limit ${page.limit}`.execute(db);
  return rows;
}
