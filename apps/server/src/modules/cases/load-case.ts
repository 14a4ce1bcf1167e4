import { type CaseAction, type CaseFold, foldCase } from '@linli/domain';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { refuse } from '../../platform/errors.ts';
import { summaryColumns } from './summary-columns.ts';

export type CaseRow = Selectable<Tables['cases']>;
export interface ActionRow {
  seq: number;
  kind: CaseAction['kind'];
  at: Date;
  actor_id: string | null;
  actor_unit_id: string | null;
  by_words: string;
  data: Record<string, unknown>;
  due: Record<string, string> | null;
}
export interface LoadedCase {
  row: CaseRow;
  actions: readonly ActionRow[];
  fold: CaseFold;
}

/** The case with its story, folded. Locked when something is about to change. Not there, or not yours to know: not-found. */
export async function getLoadedCase(db: Db, caseId: string, lock: 'lock' | 'read'): Promise<LoadedCase> {
  const suffix = lock === 'lock' ? sql.raw('for update of cases') : sql.raw('');
  const { rows } =
    await sql<CaseRow>`select ${summaryColumns}, cases.words, cases.form, cases.rules_tried from cases where cases.id = ${caseId} ${suffix}`.execute(
      db,
    );
  const row = rows[0];
  if (!row) return refuse('not-found');
  const actions =
    await sql<ActionRow>`select seq, kind, at, actor_id, actor_unit_id, by_words, data, due from case_action where case_id = ${caseId} order by seq`.execute(
      db,
    );
  return { row, actions: actions.rows, fold: foldCase(actions.rows.map(storedAction)) };
}

/** An action row as the domain knows it. */
export function storedAction(row: ActionRow): CaseAction {
  const action = {
    kind: row.kind,
    at: row.at,
    actorId: row.actor_id,
    actorUnitId: row.actor_unit_id,
    data: row.data,
    ...(row.due ? { due: row.due } : {}),
  };
  return action as CaseAction; // written by this module after applyAction accepted it
}
