import type { CaseFilter } from '@linli/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { type FilterDeps, filterConditions } from './case-conditions.ts';

/** Numbers of other systems are one word with at least three digits; anything else is not looked up. */
const numberLike = /^(?=(?:\D*\d){3})\S{4,}$/u;

/**
 * The filter as conditions, where a text may also be the number an order has in the system it came from. Whose cases they are is not
 * decided here: the ids found are read under the reader's own scope like all others.
 */
export async function searchConditions(db: Db, filter: CaseFilter, deps: FilterDeps): Promise<RawBuilder<boolean>[]> {
  const { text, ...rest } = filter;
  const ids = text && numberLike.test(text) ? await idsByOutsideNumber(db, text) : [];
  if (ids.length === 0) return filterConditions(filter, deps);
  return [
    ...filterConditions(rest, deps),
    sql<boolean>`cases.id in (select search_case_ids(${text}) union select unnest(${ids}::uuid[]))`,
  ];
}

/** By the key of `case_source`: sites and systems are few and are stepped through in its index, one probe for each. */
function idsByOutsideNumber(db: Db, number: string): Promise<string[]> {
  return elevated(db, async () => {
    const { rows } = await sql<{ id: string }>`with recursive known as (
        (select site_id, system from case_source order by site_id, system limit 1)
        union all
        select next.site_id, next.system from known, lateral (
          select s.site_id, s.system from case_source s where (s.site_id, s.system) > (known.site_id, known.system)
          order by s.site_id, s.system limit 1) next)
      select found.case_id as id from known, lateral (
        select s.case_id from case_source s
        where s.site_id = known.site_id and s.system = known.system and s.external_id = ${number} limit 1) found`.execute(
      db,
    );
    return rows.map(({ id }) => id);
  });
}
