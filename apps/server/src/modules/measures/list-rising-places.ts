import type { listRisingPlaces, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, addDays, isSurge } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { maySeeSealed } from './procedure-scope.ts';
import type { Period } from './read-figures.ts';
import { reportedIn } from './rows-filter.ts';
import { areasBelow, type MeasuresDeps, type RootArea, rootArea } from './scope.ts';

type Answer = OutputOf<typeof listRisingPlaces>;

/** Fewer could point at a person. */
const leastShown = 3;
const weeksBefore = 8;
/** Figures by kind are kept for residential and business areas. */
const placeLevel = 3;

/**
 * Where far more of one heading is reported in the last seven days than in a week of the eight before. Counts of kinds and places; nobody's
 * name, home or history is looked at. Sealed kinds count only for who may see sealed matters over the area.
 */
export async function findRisingPlaces(
  db: Db,
  deps: MeasuresDeps,
  { actor, input, now }: { actor: Actor; input: ParsedInputOf<typeof listRisingPlaces>; now: Date },
): Promise<Answer> {
  const today = dayOf(now);
  const places = deps.places.get();
  const root = rootArea(actor, places, today, input.areaId);
  const week: Period = { from: addDays(today, -6), until: today };
  const typeCodes = await kindsUnder(db, actor, root, input.group);
  const areas = areasBelow(places, root, placeLevel, today);
  const counts = await countWeeks(db, areas, typeCodes, week);
  const rising = areas.flatMap((area) => {
    const { count = 0, before = 0 } = counts.get(area.id) ?? {};
    const usual = before / weeksBefore;
    if (count < leastShown || !isSurge(count, usual)) return [];
    return [
      { areaId: area.id, name: area.name, count, usual, rows: { areaId: area.id, typeCodes, ...reportedIn(week) } },
    ];
  });
  return { ...week, places: rising.sort((a, b) => b.count - b.usual - (a.count - a.usual)) };
}

/** Kinds that people report under a heading; what is only made as a duty of another case is no sign of anything. */
async function kindsUnder(db: Db, actor: Actor, root: RootArea, group: string): Promise<string[]> {
  const { rows } = await sql<{
    code: string;
    sealed: boolean;
  }>`select newest.code, newest.definition->>'visibility' = 'sealed' as sealed
    from (select distinct on (case_type.code) case_type.code, case_type.definition from case_type order by case_type.code, case_type.version desc) as newest
    where newest.definition->>'group' = ${group} and coalesce(newest.definition->>'childOnly', 'false') <> 'true'
    order by newest.code`.execute(db);
  const sealed = maySeeSealed(actor, [root]);
  return rows.flatMap((row) => (row.sealed && !sealed ? [] : [row.code]));
}

async function countWeeks(
  db: Db,
  areas: readonly RootArea[],
  typeCodes: readonly string[],
  week: Period,
): Promise<Map<string, { count: number; before: number }>> {
  const { rows } = await sql<{
    areaId: string;
    count: number;
    before: number;
  }>`select figure_type_day.area_id as "areaId",
      coalesce(sum(figure_type_day.count) filter (where figure_type_day.day >= ${week.from}::date), 0)::int as count,
      coalesce(sum(figure_type_day.count) filter (where figure_type_day.day < ${week.from}::date), 0)::int as before
    from figure_type_day
    where figure_type_day.area_id = any(${areas.map(({ id }) => id)}::uuid[]) and figure_type_day.type_code = any(${[...typeCodes]}::text[])
      and figure_type_day.key = 'reported'
      and figure_type_day.day between ${addDays(week.from, -7 * weeksBefore)}::date and ${week.until}::date
    group by figure_type_day.area_id`.execute(db);
  return new Map(rows.map((row) => [row.areaId, row]));
}
