import { type FormDefinition, type RowCondition, readRowCondition } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';

/** Codes of the tags a definition names, in its columns, rows and figures. */
export function tagsNamed(definition: Pick<FormDefinition, 'rows' | 'columns'>): string[] {
  const chosen = [
    ...(definition.rows.by === 'subject' ? [definition.rows] : []),
    ...definition.columns.filter((column) => column.bind === 'figure'),
  ];
  const named = chosen.flatMap(({ noun, tags, when }) => {
    const read = when === undefined ? null : readRowCondition(when, noun);
    return [...tags, ...(read?.ok ? tagsIn(read.condition) : [])];
  });
  return [
    ...new Set([...named, ...definition.columns.flatMap((column) => (column.bind === 'tag' ? [column.tag] : []))]),
  ];
}

function tagsIn(condition: RowCondition): string[] {
  if (condition.op === 'tag') return [condition.tag];
  if (condition.op === 'not') return tagsIn(condition.of);
  return condition.op === 'all' || condition.op === 'any' ? condition.of.flatMap(tagsIn) : [];
}

/** Numbers of a site's tags by their codes, as they stand in `subject.tags`; codes nobody knows, and tags switched off, are left out. */
export async function findTagNumbers(
  db: Db,
  siteId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (codes.length === 0) return new Map();
  const { rows } = await elevated(db, () =>
    sql<{
      code: string;
      id: number;
    }>`select code, id from tag where site_id = ${siteId} and code = any(${[...codes]}::text[])
      and state = 'on'`.execute(db),
  );
  return new Map(rows.map((row) => [row.code, row.id]));
}
