import { dayOf, lettingFaults } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../../apps/server/src/platform/db/database.ts';

/**
 * The checks behind what an area's let homes say of themselves, entered by its secretary: most passed within the year, some wait to be mended
 * and a few of those are past their day. As the system.
 */
export async function storeLettingChecks(db: Db, call: { path: string; now: Date }): Promise<void> {
  const codes = JSON.stringify(Object.fromEntries(Object.entries(lettingFaults).map(([code, { zh }]) => [zh, code])));
  const today = dayOf(call.now);
  await sql`with keeper as (
      select holding.account_id as id from post join holding on holding.post_id = post.id and holding.valid_to is null
      where post.path = ${call.path}::ltree and post.role = 'committee-secretary' order by post.id, holding.account_id limit 1),
    area_name as (select name from area where path = ${call.path}::ltree and valid_to is null limit 1),
    seen as (
      select home.id, home.since, ${codes}::jsonb ->> (home.fields ->> 'letFault') as fault, home.fields ->> 'letStandard' as standard,
        abs(hashtext(home.id::text)) % 40 as n
      from subject home where home.path <@ ${call.path}::ltree and home.noun = 'home' and home.state = 'active'
        and home.fields ->> 'use' = 'let' and home.fields ? 'letStandard'),
    checked as (
      select *, case when standard = 'passed' then ${today}::date - 10 - n * 7 else ${today}::date - 3 - n % 24 end as on_day
      from seen where standard = 'passed' or fault is not null)
    insert into letting_check (id, home_id, on_day, failed, mend_by, by_id, by_words, at)
    select overlay(overlay(mark placing '8' from 13) placing '8' from 17)::uuid, checked.id, on_day,
      case when standard = 'passed' then '{}' else array[fault] end,
      case when standard = 'passed' then null else on_day + 14 end,
      keeper.id, replace(area_name.name, '居民区', '居委会') || ' 居民区书记',
      (on_day + time '15:00') at time zone 'Asia/Shanghai'
    from checked, keeper, area_name, lateral (select md5('letting ' || checked.id) as mark) named where checked.since is null or checked.since <= on_day
    on conflict do nothing`.execute(db);
}
