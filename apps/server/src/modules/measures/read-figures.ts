import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { FigureCounts, FigureKey } from './figure-keys.ts';

/** Days, both included. */
export interface Period {
  from: string;
  until: string;
}

interface Sum {
  of: string;
  key: FigureKey;
  count: number;
}

/** Sums of a period per area. Areas without a count are left out. */
export async function sumByArea(
  db: Db,
  areaIds: readonly string[],
  keys: readonly FigureKey[],
  period: Period,
): Promise<Map<string, FigureCounts>> {
  const { rows } = await sql<Sum>`select figure_day.area_id as "of", figure_day.key, sum(figure_day.count)::int as count
    from figure_day
    where figure_day.area_id = any(${[...areaIds]}::uuid[]) and figure_day.key = any(${[...keys]}::text[])
      and figure_day.day between ${period.from}::date and ${period.until}::date
    group by figure_day.area_id, figure_day.key`.execute(db);
  return grouped(rows);
}

/** One area, day by day. Days without a count are left out. */
export async function countsByDay(
  db: Db,
  areaId: string,
  keys: readonly FigureKey[],
  period: Period,
): Promise<Map<string, FigureCounts>> {
  const { rows } = await sql<Sum>`select figure_day.day::text as "of", figure_day.key, figure_day.count
    from figure_day
    where figure_day.area_id = ${areaId} and figure_day.key = any(${[...keys]}::text[])
      and figure_day.day between ${period.from}::date and ${period.until}::date`.execute(db);
  return grouped(rows);
}

/** What stands now, per area. */
export async function standingByArea(db: Db, areaIds: readonly string[]): Promise<Map<string, FigureCounts>> {
  const { rows } = await sql<Sum>`select figure_now.area_id as "of", figure_now.key, figure_now.count
    from figure_now where figure_now.area_id = any(${[...areaIds]}::uuid[])`.execute(db);
  return grouped(rows);
}

/** Sums of a period per unit, in an area of level 1 to 3 with all that lies below it, also what has been retired since. */
export async function sumByUnit(db: Db, path: string, period: Period): Promise<Map<string, FigureCounts>> {
  const { rows } =
    await sql<Sum>`select figure_unit_day.unit_id as "of", figure_unit_day.key, sum(figure_unit_day.count)::int as count
    from figure_unit_day join area on area.id = figure_unit_day.area_id
    where area.path <@ ${path}::ltree and figure_unit_day.day between ${period.from}::date and ${period.until}::date
    group by figure_unit_day.unit_id, figure_unit_day.key`.execute(db);
  return grouped(rows);
}

/** The same per type of case. */
export async function sumByType(db: Db, path: string, period: Period): Promise<Map<string, FigureCounts>> {
  const { rows } =
    await sql<Sum>`select figure_type_day.type_code as "of", figure_type_day.key, sum(figure_type_day.count)::int as count
    from figure_type_day join area on area.id = figure_type_day.area_id
    where area.path <@ ${path}::ltree and figure_type_day.day between ${period.from}::date and ${period.until}::date
    group by figure_type_day.type_code, figure_type_day.key`.execute(db);
  return grouped(rows);
}

function grouped(rows: readonly Sum[]): Map<string, FigureCounts> {
  const groups = new Map<string, FigureCounts>();
  for (const { of, key, count } of rows) {
    const group = groups.get(of) ?? {};
    group[key] = count;
    groups.set(of, group);
  }
  return groups;
}
