import { type Actor, isAboutPeople, mayInArea, suppressCounts } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { mayReadReturn } from './policy.ts';
import { findDefinitions, type ReturnRow } from './store.ts';

/** `few`: one to four rows of people. `withheld`: such a number could otherwise be worked out from this one. */
export type HiddenReturn = 'few' | 'withheld';

export interface ReturnSight {
  /** Returns of which no number is told, by id. */
  readonly hidden: ReadonlyMap<string, HiddenReturn>;
  /** Forms and periods (`periodKey`) of which the sum is not told. */
  readonly totals: ReadonlySet<string>;
}

/** What must be known of a return to say what of it is hidden. */
export type Sighted = Pick<ReturnRow, 'id' | 'formId' | 'version' | 'period' | 'path'>;

export function periodKey({ formId, period }: Pick<ReturnRow, 'formId' | 'period'>): string {
  return `${formId}/${period}`;
}

/**
 * The one place that says of which returns this reader is not told how many rows of people they have: those of fewer than five where they see
 * none of the people, and as many more of the same form and period as it takes that none follows from their sum. All returns in the reader's
 * reach decide, whatever page shows one of them.
 */
export async function findReturnSight(db: Db, actor: Actor, rows: readonly Sighted[]): Promise<ReturnSight> {
  const blind = rows.filter((row) => !mayInArea(actor, 'registers:read', row.path));
  const definitions = await findDefinitions(db, blind);
  const ofPeople = blind.filter((row) => {
    const definition = definitions.get(`${row.formId}/${row.version}`);
    return definition !== undefined && isAboutPeople(definition);
  });
  const groups = await findBeside(db, actor, ofPeople);
  const hidden = new Map<string, HiddenReturn>();
  const totals = new Set<string>();
  for (const [key, beside] of groups) {
    const parts = beside.map(({ id, path, count }) => {
      return { id, parentId: key, count, own: mayInArea(actor, 'registers:read', path) };
    });
    const count = parts.reduce((all, part) => all + part.count, 0);
    const shown = suppressCounts([{ id: key, parentId: null, count, own: parts.every(({ own }) => own) }, ...parts]);
    for (const [id, told] of shown)
      if (typeof told === 'string') {
        if (id === key) totals.add(key);
        else hidden.set(id, told);
      }
  }
  return { hidden, totals };
}

interface Beside {
  id: string;
  formId: string;
  period: string;
  unitId: string;
  path: string;
  count: number;
}

/** All returns of these forms and periods that the reader may know of. */
async function findBeside(db: Db, actor: Actor, rows: readonly Sighted[]): Promise<Map<string, Beside[]>> {
  const wanted = [
    ...new Map(rows.map(({ formId, period }) => [periodKey({ formId, period }), { formId, period }])).values(),
  ];
  if (wanted.length === 0) return new Map();
  const found =
    await sql<Beside>`select r.id, r.form_id as "formId", r.period, f.unit_id as "unitId", r.path::text as path, r.row_count as count
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("formId" uuid, period text)
    join form_return r on r.form_id = w."formId" and r.period = w.period join form f on f.id = r.form_id`.execute(db);
  const groups = new Map<string, Beside[]>();
  for (const row of found.rows) {
    if (!mayReadReturn(actor, row, row.path)) continue;
    const key = periodKey(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
