import type { getBurden, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, weekOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { FormDeps } from './deps.ts';
import { pathsOf, unitsOf } from './policy.ts';
import { siteFor } from './store.ts';
import { unitName } from './views.ts';

interface Row {
  week: string;
  areaId: string;
  areaName: string;
  unitId: string;
  minutes: number;
  answers: number;
  forms: number;
}

/** Minutes asked, by week, committee and department: of the places one reads, or of one's own unit's forms. */
export async function findBurden(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getBurden> },
): Promise<OutputOf<typeof getBurden>> {
  const { actor, input } = call;
  const site = siteFor(deps, actor);
  const paths = `{${pathsOf(actor, 'forms:read').join(',')}}`;
  const { rows } =
    await sql<Row>`select b.week::text as week, b.area_id as "areaId", a.name as "areaName", f.unit_id as "unitId",
      round(sum(b.seconds) / 60.0, 1)::float as minutes, sum(b.answers)::int as answers, count(distinct b.form_id)::int as forms
    from form_burden b join form f on f.id = b.form_id join area a on a.id = b.area_id
    where f.site_id = ${site.id} and b.week between ${weekOf(input.from)} and ${input.until}
      and ${input.areaId ? sql`b.area_id = ${input.areaId}` : sql`true`}
      and (a.path <@ ${paths}::ltree[] or f.unit_id = any(${unitsOf(actor)}::uuid[]))
    group by 1, 2, 3, 4 order by 1 desc, minutes desc limit 20000`.execute(db);
  const outside = await sql<{ n: number }>`select count(*)::int as n from form_ask k where k.site_id = ${site.id}
    and k.asked_on between ${input.from} and ${input.until} and ${input.areaId ? sql`k.area_id = ${input.areaId}` : sql`true`}
    and (k.path <@ ${paths}::ltree[] or k.unit_id = any(${unitsOf(actor)}::uuid[]))`.execute(db);
  return {
    rows: rows.map((row) => ({ ...row, unitName: unitName(deps, row.unitId) })),
    minutes: Math.round(rows.reduce((sum, row) => sum + row.minutes, 0) * 10) / 10,
    outsideAsks: outside.rows[0]?.n ?? 0,
  };
}
