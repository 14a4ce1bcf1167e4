import type { listPosts, OutputOf, ParsedInputOf, PostView } from '@linli/contract';
import { type Actor, roleWords } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { siteOf } from './site-of.ts';

type Row = Omit<PostView, 'roleName' | 'vacant'> & { path: string };

/** Posts below a place or in a unit with today's holders, ordered by place; vacancies are counted over all of them. */
export async function findPosts(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listPosts>,
  today: string,
): Promise<OutputOf<typeof listPosts>> {
  const after = readPageKey(input.after, ['text', 'uuid']);
  const site = siteOf(actor);
  const { rows } = await sql<Row & { total: number; vacantTotal: number }>`with found as (
      select post.id, post.role, post.area_id as "areaId", area.name as "areaName", post.path::text as path, post.unit_id as "unitId", unit.name as "unitName", post.sealed,
        coalesce((select jsonb_agg(jsonb_build_object('holdingId', holding.id, 'accountId', account.id, 'name', account.name, 'from', holding.valid_from,
            'until', holding.valid_to, 'deputy', holding.deputy) order by holding.deputy, holding.valid_from)
          from holding join account on account.id = holding.account_id
          where holding.post_id = post.id and holding.valid_from <= ${today}::date and (holding.valid_to is null or holding.valid_to > ${today}::date)), '[]') as holders
      from post join area on area.id = post.area_id left join unit on unit.id = post.unit_id
      where post.active and post.path <@ coalesce((select path from area where id = ${input.areaId ?? null}), ${site}::ltree) and post.path <@ ${site}::ltree
        and (${input.unitId ?? null}::uuid is null or post.unit_id = ${input.unitId ?? null})
        and (${input.role ?? null}::text is null or post.role = ${input.role ?? null})
        and (${input.text ?? null}::text is null or area.name ilike '%' || ${input.text ?? null} || '%' or unit.name ilike '%' || ${input.text ?? null} || '%'
          or exists (select from holding join account on account.id = holding.account_id where holding.post_id = post.id and account.name ilike '%' || ${input.text ?? null} || '%'))),
    kept as (select * from found where not ${input.vacantOnly} or holders = '[]')
    select kept.*, (select count(*)::int from found) as total, (select count(*)::int from found where holders = '[]') as "vacantTotal" from kept
    where ${after?.[0] ?? null}::text is null or (kept.path collate "C", kept.id) > (${after?.[0] ?? null} collate "C", ${after?.[1] ?? null}::uuid)
    order by kept.path collate "C", kept.id limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    posts: page.map((row) => ({ ...row, roleName: roleWords[row.role].zh, vacant: row.holders.length === 0 })),
    next: rows.length > input.limit && last ? pageKey([last.path, last.id]) : null,
    total: rows[0]?.total ?? 0,
    vacant: rows[0]?.vacantTotal ?? 0,
  };
}
