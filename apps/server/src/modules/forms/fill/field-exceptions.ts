import type { FormDefinition } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';

/** Fields of which at least one subject's value is restricted, or was said to be unknown. */
export interface FieldExceptions {
  restricted: ReadonlySet<string>;
  unknown: ReadonlySet<string>;
}

/** Asked once before a filling: nearly always there are none, and nothing need be looked up for each cell. As the product. */
export async function findFieldExceptions(
  db: Db,
  definition: Pick<FormDefinition, 'columns'>,
): Promise<FieldExceptions> {
  const fields = definition.columns.flatMap((column) => (column.bind === 'field' ? [column.field] : []));
  const { rows } = await elevated(db, () =>
    sql<{ field: string; restricted: boolean; unknown: boolean }>`select f.field,
        exists (select from restricted_value r where r.field = f.field) as restricted,
        exists (select from form_question q where q.field = f.field and q.state = 'unknown') as unknown
      from unnest(${[...new Set([...fields, 'born'])]}::text[]) f(field)`.execute(db),
  );
  const having = (which: 'restricted' | 'unknown') => new Set(rows.flatMap((row) => (row[which] ? [row.field] : [])));
  return { restricted: having('restricted'), unknown: having('unknown') };
}
