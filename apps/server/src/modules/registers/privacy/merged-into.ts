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
      select id, site_id, noun, path::text from subject where merged_into = ${subjectId} and state = 'merged'
      union select s.id, s.site_id, s.noun, s.path::text from subject s join inside on s.merged_into = inside.id and s.state = 'merged')
    select id, site_id as "siteId", noun, path from inside order by id`.execute(db);
  return rows;
}

/**
 * The person an entry stands for now: itself, or what it was merged into, also over several steps. What somebody wants of their data is wanted of
 * all of it, whichever entry they name. As the system.
 */
export async function findKept(db: Db, subjectId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`with recursive outside as (
      select id, merged_into, state, 0 as step from subject where id = ${subjectId}
      union all select s.id, s.merged_into, s.state, o.step + 1 from subject s
        join outside o on s.id = o.merged_into and o.state = 'merged' and o.step < 50)
    select id from outside order by step desc limit 1`.execute(db);
  return rows[0]?.id ?? subjectId;
}
