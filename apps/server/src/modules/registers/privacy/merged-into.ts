import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { SubjectRow } from '../subject-row.ts';

/**
 * Entries that were merged into a subject, also over several steps. They keep their own values until a merge is undone: what a person has
 * deleted or restricted must not live on in them. As the system.
 */
export async function findMergedInto(
  db: Db,
  subjectId: string,
): Promise<Pick<SubjectRow, 'id' | 'siteId' | 'noun' | 'path'>[]> {
  const { rows } = await sql<Pick<SubjectRow, 'id' | 'siteId' | 'noun' | 'path'>>`with recursive inside as (
      select id, site_id, noun, path from subject where merged_into = ${subjectId} and state = 'merged'
      union select s.id, s.site_id, s.noun, s.path from subject s join inside on s.merged_into = inside.id and s.state = 'merged')
    select id, site_id as "siteId", noun, path::text as path from inside order by id`.execute(db);
  return rows;
}
