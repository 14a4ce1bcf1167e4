import type { listUnits, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { sitesOf } from './site-of.ts';

type Row = OutputOf<typeof listUnits>['units'][number];

/** Units of the actor's sites with the areas they serve, their people and open cases. */
export async function findUnits(db: Db, actor: Actor, input: ParsedInputOf<typeof listUnits>): Promise<Row[]> {
  const { rows } = await sql<Row>`select unit.id, unit.key, unit.name, unit.kind, unit.active, unit.phone,
      coalesce((select jsonb_agg(jsonb_build_object('id', area.id, 'name', area.name) order by area.path) from unit_area
        join area on area.id = unit_area.area_id where unit_area.unit_id = unit.id), '[]') as areas,
      (select count(distinct holding.account_id)::int from post join holding on holding.post_id = post.id
        where post.unit_id = unit.id and (holding.valid_to is null or holding.valid_to > current_date)) as people,
      (select count(*)::int from cases where cases.target_unit_id = unit.id and cases.is_open) as "openCases"
    from unit
    where unit.path <@ any(${sitesOf(actor)}::text[]::ltree[])
      and (${input.kind ?? null}::text is null or unit.kind = ${input.kind ?? null})
      and (${input.text ?? null}::text is null or unit.name ilike '%' || ${input.text ?? null} || '%')
    order by unit.kind, unit.name, unit.id`.execute(db);
  return rows;
}
