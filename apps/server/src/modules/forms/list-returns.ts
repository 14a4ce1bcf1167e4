import type { listReturns, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { FormDeps } from './deps.ts';
import { pathsOf, unitsOf } from './policy.ts';
import { findReturnSight, type Sighted } from './return-sight.ts';
import { findReturns, siteFor } from './store.ts';
import { percentOf, returnView } from './views.ts';

type Committee = {
  areaId: string;
  name: string;
  returns: number;
  given: number;
  late: number;
  cells: number;
  filled: number;
  missing: number;
};

/** Returns in one's reach: by place, or of one's unit's own forms. The soonest due first. */
export async function findReturnList(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listReturns>; now: Date },
): Promise<OutputOf<typeof listReturns>> {
  const { actor, input, now } = call;
  const site = siteFor(deps, actor);
  const paths = `{${pathsOf(actor, 'forms:read').join(',')}}`;
  const reach = sql`r.site_id = ${site.id} and (r.path <@ ${paths}::ltree[] or f.unit_id = any(${unitsOf(actor)}::uuid[]))
    and ${input.areaId ? sql`r.area_id = ${input.areaId}` : sql`true`}`;
  const after = input.after ? (await findReturns(db, sql`r.id = ${input.after}`))[0] : undefined;
  if (input.after && !after) return refuse('not-found');
  const rows = await findReturns(
    db,
    sql`${reach} and ${input.states ? sql`r.state = any(${input.states}::text[])` : sql`true`}
      and ${after ? sql`(r.due_on, r.id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql`true`}`,
    sql`order by r.due_on, r.id limit ${input.limit + 1}`,
  );
  // What is hidden of one return must not follow from a sum it stands in.
  const blind = await sql<Sighted>`select r.id, r.form_id as "formId", r.version, r.period, r.path::text as path
    from form_return r join form f on f.id = r.form_id
    where ${reach} and not r.path <@ ${`{${pathsOf(actor, 'registers:read').join(',')}}`}::ltree[]`.execute(db);
  const sight = await findReturnSight(db, actor, blind.rows);
  const told = sql`not r.id = any(${[...sight.hidden.keys()]}::uuid[])`;
  const committees = await sql<Committee>`select r.area_id as "areaId", a.name, count(*)::int as returns,
      count(*) filter (where r.state in ('given', 'approved'))::int as given,
      count(*) filter (where (case when r.state in ('given', 'approved') then (r.given_at at time zone 'Asia/Shanghai')::date
        else (${now}::timestamptz at time zone 'Asia/Shanghai')::date end) > r.due_on)::int as late,
      coalesce(sum(r.cell_count) filter (where ${told}), 0)::int as cells,
      coalesce(sum(r.filled_count) filter (where ${told}), 0)::int as filled,
      coalesce(sum(r.missing_count) filter (where ${told}), 0)::int as missing
    from form_return r join form f on f.id = r.form_id join area a on a.id = r.area_id
    join form_version v on v.form_id = r.form_id and v.version = r.version where ${reach}
    group by 1, 2, a.sort order by a.sort, a.name limit 200`.execute(db);
  const shown = rows.slice(0, input.limit);
  return {
    returns: shown.map((row) => returnView(row, deps, { now, sight })),
    next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    committees: committees.rows.map(({ cells, filled, ...row }) => ({ ...row, percent: percentOf({ cells, filled }) })),
  };
}
