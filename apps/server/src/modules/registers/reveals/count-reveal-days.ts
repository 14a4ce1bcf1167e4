import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { dailyReveals } from '../../access/index.ts';

/** How many days and posts at most: newest first. */
const mostRows = 200;

interface DayRow {
  day: string;
  postId: string | null;
  by: string;
  looks: number;
  counted: number;
  people: number;
}

/**
 * Looks by post and day of the site, beside the quota of those who held the post. A fact about a post, not a mark of a person: nobody is ranked.
 * As the system. `conditions` are on `r` (subject_reveal) and `subject`.
 */
export async function countRevealDays(
  db: Db,
  conditions: readonly RawBuilder<boolean>[],
): Promise<(Omit<DayRow, 'people'> & { quota: number; high: boolean })[]> {
  const { rows } = await sql<DayRow>`with made as (
      select (r.at at time zone 'Asia/Shanghai')::date as day, r.post_id, r.by_words, r.by_account_id
      from subject_reveal r join subject on subject.id = r.subject_id where ${sql.join([...conditions], sql` and `)}),
    posts as (
      select day, post_id, max(by_words) as by_words, count(*)::int as looks, array_agg(distinct by_account_id) as accounts
      from made group by day, post_id, case when post_id is null then by_words end
      order by day desc, looks desc limit ${mostRows})
    select day, post_id as "postId", by_words as by, looks, cardinality(accounts) as people,
      (select count(*)::int from reveal_made m where m.by_account_id = any(accounts)
        and m.at >= (day::timestamp at time zone 'Asia/Shanghai') and m.at < ((day + 1)::timestamp at time zone 'Asia/Shanghai')) as counted
    from posts order by day desc, looks desc, by_words`.execute(db);
  return rows.map(({ people, ...row }) => {
    const quota = dailyReveals * people;
    return { ...row, quota, high: row.counted * 5 >= quota * 4 };
  });
}
