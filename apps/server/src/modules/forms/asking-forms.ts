import type { FormDefinition } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { askingColumns } from './fill/column-sql.ts';
import { ownerOf } from './owner-of.ts';
import { findDefinitions } from './store.ts';

export interface AskingForm {
  subjectId: string;
  field: string;
  formId: string;
  version: number;
  name: string;
  unitId: string;
  returnId: string;
  areaId: string;
  siteId: string;
  dueOn: string;
}

interface Row extends Omit<AskingForm, 'subjectId' | 'field'> {
  key: string;
  noun: string;
  homeId: string | null;
  householdId: string | null;
  marks: string;
}

/**
 * Every open return with a row of these subjects (or of their homes and households), and for each missing cell the subject and field the
 * question is about. As the product: it tells of forms, not of people.
 */
export async function findAskingForms(
  db: Db,
  subjectIds: readonly string[],
): Promise<{ asking: AskingForm[]; touched: Row[]; definitions: Map<string, FormDefinition> }> {
  if (subjectIds.length === 0) return { asking: [], touched: [], definitions: new Map() };
  const ids = sql`${[...subjectIds]}::uuid[]`;
  const { rows } = await elevated(db, () =>
    sql<Row>`select w.row_key as key, w.marks, s.noun, s.home_id as "homeId", s.household_id as "householdId", r.form_id as "formId", r.version,
        r.id as "returnId", r.area_id as "areaId", r.site_id as "siteId", r.due_on::text as "dueOn", f.name, f.unit_id as "unitId"
      from (select id, noun, home_id, household_id from subject where id = any(${ids})
        union select id, noun, home_id, household_id from subject where home_id = any(${ids})
        union select id, noun, home_id, household_id from subject where household_id = any(${ids})) s
      join form_row w on w.row_key = s.id join form_return r on r.id = w.return_id and r.state in ('waiting', 'checked', 'sent-back')
      join form f on f.id = r.form_id`.execute(db),
  );
  const definitions = await findDefinitions(db, rows);
  const asking = rows.flatMap(({ key, marks, noun, homeId, householdId, ...form }) => {
    const definition = definitions.get(`${form.formId}/${form.version}`);
    return (definition ? askingColumns(definition) : []).flatMap(({ at, field, of }) => {
      if (marks[at - 1] !== 'm') return [];
      const subjectId = ownerOf(of, noun, { key, homeId, householdId });
      return subjectId === null ? [] : [{ ...form, subjectId, field }];
    });
  });
  return { asking, touched: rows, definitions };
}
