import type { Updateable } from 'kysely';
import { type Db, fixedQuery, writeLater } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { ActionRow, CaseRow } from './load-case.ts';
import type { Becoming, WantedAction } from './wanted-action.ts';

type CaseChanges = Updateable<Tables['cases']>;

/** What a case is taken to be, as columns. */
export function typeColumns({ definition, version, form, visibility, aboutUnitIds }: Becoming) {
  return {
    type_code: definition.code,
    type_version: version,
    form: JSON.stringify(form),
    visibility,
    about_unit_ids: [...aboutUnitIds],
    // The rule that had sent it was one of the kind before.
    rule_key: null,
    rules_tried: '[]',
  } satisfies CaseChanges;
}

const updates = new Map<string, string>();

/** Sets these columns. Their names come from the code, so there are few texts. */
export function updateCase(caseId: string, changed: CaseChanges) {
  const names = Object.keys(changed);
  const key = names.join(', ');
  const text =
    updates.get(key) ?? `update cases set ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')} where id = $1`;
  updates.set(key, text);
  return fixedQuery(text, [caseId, ...Object.values(changed)]);
}

const storeActions = `insert into case_action (case_id, seq, kind, at, actor_id, actor_unit_id, by_words, data, due)
  select $1, r.seq, r.kind, r.at, r.actor_id, r.actor_unit_id, r.by_words, r.data, r.due
  from jsonb_to_recordset($2::jsonb) as r(seq int, kind text, at timestamptz, actor_id uuid, actor_unit_id uuid, by_words text, data jsonb, due jsonb)`;

/** The actions of one step and their photos; written with the commit. */
export function insertActions(
  db: Db,
  caseId: string,
  rows: readonly ActionRow[],
  wanted: readonly WantedAction[],
): void {
  writeLater(db, fixedQuery(storeActions, [caseId, JSON.stringify(rows)]));
  const files = wanted.flatMap((w, i) =>
    (w.photos ?? []).map((hash) => ({
      case_id: caseId,
      hash,
      phase: w.phase ?? 'report',
      action_seq: rows[i]?.seq ?? 0,
    })),
  );
  if (files.length > 0)
    writeLater(
      db,
      db
        .insertInto('case_file')
        .values(files)
        .onConflict((c) => c.doNothing()),
    );
}

export function insertReporters(db: Db, caseId: string, accountIds: readonly string[], now: Date): void {
  if (accountIds.length === 0) return;
  writeLater(
    db,
    db
      .insertInto('case_reporter')
      .values(accountIds.map((account_id) => ({ case_id: caseId, account_id, joined_at: now, seen_at: now })))
      .onConflict((c) => c.doNothing()),
  );
}

export function firstPhoto(row: CaseRow, wanted: readonly WantedAction[]): { photo?: string } {
  // What lists show to everybody is never the evidence of a stage.
  const inside = ['advance', 'finish-part', 'sign'];
  const photo = wanted.flatMap((w) => (inside.includes(w.kind) ? [] : (w.photos ?? [])))[0];
  return row.photo === null && photo ? { photo } : {};
}
