import { type CaseAction, type CaseFold, type FormValues, foldCase } from '@linli/domain';
import type { Selectable } from 'kysely';
import { type Db, fixedQuery, readBoth } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { refuse } from '../../platform/errors.ts';
import { summaryColumnNames } from './summary-columns.ts';

/** All but the answer, which the fold has. */
export type CaseRow = Omit<Selectable<Tables['cases']>, 'answer'>;
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

const readCase = `select ${summaryColumnNames}, cases.words, cases.form, cases.rules_tried from cases where cases.id = $1`;
const lockCase = `${readCase} for update of cases`;
const readActions =
  'select seq, kind, at, actor_id, actor_unit_id, by_words, data, due from case_action where case_id = $1 order by seq';

/** The case with its story, folded. Locked when something is about to change. Not there, or not yours to know: not-found. */
export async function getLoadedCase(db: Db, caseId: string, lock: 'lock' | 'read'): Promise<LoadedCase> {
  // The lock comes first: the story is read by a statement that began after it was had.
  const [rows, actions] = await readBoth(
    db,
    fixedQuery<CaseRow>(lock === 'lock' ? lockCase : readCase, [caseId]),
    fixedQuery<ActionRow>(readActions, [caseId]),
  );
  const row = rows[0];
  if (!row) return refuse('not-found');
  return { row, actions, fold: foldCase(actions.map(storedAction)) };
}

/** What was filled in when it was reported, as the domain reads forms. */
export function formOf(row: CaseRow): FormValues {
  return row.form as FormValues; // validated against the type when it was reported
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
