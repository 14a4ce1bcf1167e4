import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import type { OtherReveal } from '../access/index.ts';

/**
 * Who fetched sealed values of the persons this account is, or is guardian of, by a form or an approved need: part of `list-reveals-about-me`.
 * Elevated, because a person reads no rows of forms; only those of their own subjects are looked for.
 */
export function findPullsOfMe(db: Db, accountId: string): Promise<OtherReveal[]> {
  return elevated(db, async () => {
    const { rows } = await sql<OtherReveal>`select distinct form_pull.at, form_pull.by_words as by, unit.name as unit,
        form.name || '（' || form_pull.law || '）' as reason, 'form' as noun, form_pull.form_id as "nounId"
      from subject_account
      join form_row on form_row.row_key = subject_account.subject_id
      join form_pull on form_row.return_id = any(form_pull.return_ids) and cardinality(form_pull.sealed) > 0
      join form on form.id = form_pull.form_id join unit on unit.id = form_pull.unit_id
      where subject_account.account_id = ${accountId} order by form_pull.at desc limit 200`.execute(db);
    const shared = await sql<OtherReveal>`with recursive mine as (
        select subject_id as id from subject_account where account_id = ${accountId}
        union select s.id from subject s join mine on s.merged_into = mine.id and s.state = 'merged')
      select p.at, n.asker as by, null as unit, n.purpose || '（' || n.law || '）' as reason, 'need' as noun, n.id as "nounId"
      from sharing_pull p join sharing_need n on n.id = p.need_id
      where p.sealed_of && array(select id from mine) order by p.at desc limit 200`.execute(db);
    return [...rows, ...shared.rows];
  });
}
