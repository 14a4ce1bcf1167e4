import type { CaseFilter, listIndicators, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, dayOf, deriveCounts, indicatorOf, indicators } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { hasCaughtUp } from '../../platform/journal/index.ts';
import type { PlaceIndexData } from '../places/index.ts';
import { measuresConsumer } from './consumer.ts';
import { baseCountsOf, type FigureCounts, figureKeys } from './figure-keys.ts';
import { groupRows } from './group-rows.ts';
import { findTypeNames } from './latest-cases.ts';
import { marksOf } from './marks-of.ts';
import { measuredIndicators, openedBy } from './ratios.ts';
import { type Period, sumByArea, sumByType, sumByUnit } from './read-figures.ts';
import { countedIn } from './rows-filter.ts';
import { childAreas, type MeasuresDeps, ownUnits, type RootArea, readsByArea, rootArea } from './scope.ts';
import { findFacts } from './store.ts';

type Answer = OutputOf<typeof listIndicators>;
type Row = Answer['rows'][number];
type Input = ParsedInputOf<typeof listIndicators>;

/** Indicators of a period by area, unit or type, each with what it is made of and the rows it opens to. */
export async function findIndicators(
  db: Db,
  deps: MeasuresDeps,
  call: { actor: Actor; input: Input; now: Date },
): Promise<Answer> {
  const { input } = call;
  if (input.from > input.until)
    refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'invalid', params: {} }] });
  return {
    counting: !(await hasCaughtUp(db, measuresConsumer.name)),
    indicators: measuredIndicators.map((key) => ({ key, better: indicators[key].better, of: openedBy(key) })),
    rows: await rowsFor(db, deps, call),
  };
}

async function rowsFor(db: Db, deps: MeasuresDeps, call: Parameters<typeof findIndicators>[2]): Promise<Row[]> {
  if (!readsByArea(call.actor)) return rowsOfUnits(db, deps, call);
  const { areaGroupId } = call.input;
  if (areaGroupId === undefined) return rowsInArea(db, deps, call);
  return groupRows(db, deps, call, areaGroupId, (id, name, counts, filter) =>
    toRow(id, name, counts, filter, call.input),
  );
}

async function rowsInArea(
  db: Db,
  deps: MeasuresDeps,
  { actor, input, now }: Parameters<typeof findIndicators>[2],
): Promise<Row[]> {
  const places = deps.places.get();
  const today = dayOf(now);
  const root = rootArea(actor, places, today, input.parentAreaId);
  switch (input.by) {
    case 'area': {
      const below = childAreas(places, root, today);
      const areas = below.length > 0 ? below : [root];
      const sums = await sumByArea(
        db,
        areas.map((area) => area.id),
        figureKeys,
        input,
      );
      return areas.map((area) =>
        toRow(area.id, area.name, sums.get(area.id), { areaId: area.id }, input, populationOf(places.areaOf(area.id))),
      );
    }
    case 'unit': {
      const sums = root.level < 4 ? await sumByUnit(db, root.path, input) : await sumOfGrid(db, root, input, 'unit');
      return unitRows(deps, sums, input, { areaId: root.id });
    }
    case 'type': {
      const sums = root.level < 4 ? await sumByType(db, root.path, input) : await sumOfGrid(db, root, input, 'type');
      const names = await findTypeNames(db);
      const rows = [...sums].map(([code, counts]) =>
        toRow(code, names.get(code) ?? code, counts, { areaId: root.id, typeCodes: [code] }, input),
      );
      return rows.sort((a, b) => a.id.localeCompare(b.id));
    }
  }
}

/** Who leads a unit reads the figures of that unit, wherever its cases lie, and nothing else. */
async function rowsOfUnits(
  db: Db,
  deps: MeasuresDeps,
  { actor, input }: Parameters<typeof findIndicators>[2],
): Promise<Row[]> {
  const own = ownUnits(actor);
  if (input.by !== 'unit' || input.parentAreaId !== undefined || input.areaGroupId !== undefined)
    return refuse('not-allowed');
  const paths = new Set(own.flatMap((id) => siteOfUnit(deps, id)));
  const rows: Row[] = [];
  for (const path of paths) rows.push(...unitRows(deps, await sumByUnit(db, path, input), input, {}));
  return rows.filter((row) => own.includes(row.id));
}

function siteOfUnit(deps: MeasuresDeps, unitId: string): string[] {
  const siteId = deps.directory.get().units.get(unitId)?.siteId;
  return deps.places
    .get()
    .sites()
    .flatMap((site) => (site.id === siteId ? [site.path] : []));
}

function unitRows(
  deps: MeasuresDeps,
  sums: ReadonlyMap<string, FigureCounts>,
  period: Period,
  filter: CaseFilter,
): Row[] {
  const { units } = deps.directory.get();
  const rows = [...sums].map(([id, counts]) =>
    toRow(id, units.get(id)?.name ?? '', counts, { ...filter, countedUnitId: id }, period),
  );
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || a.id.localeCompare(b.id));
}

/** A micro-grid has few cases: its facts are summed themselves. */
async function sumOfGrid(
  db: Db,
  root: RootArea,
  period: Period,
  by: 'unit' | 'type',
): Promise<Map<string, FigureCounts>> {
  const { rows } = await sql<{
    id: string;
  }>`select case_fact.case_id as id from case_fact where case_fact.area4_id = ${root.id}`.execute(db);
  const facts = await findFacts(
    db,
    rows.map((row) => row.id),
  );
  const sums = new Map<string, FigureCounts>();
  for (const fact of facts.values()) {
    for (const [key, day, unitId, count] of marksOf(fact)) {
      const of = by === 'unit' ? unitId : fact.typeCode;
      if (!of || day < period.from || day > period.until) continue;
      const counts = sums.get(of) ?? {};
      counts[key] = (counts[key] ?? 0) + count;
      sums.set(of, counts);
    }
  }
  return sums;
}

function populationOf(area: ReturnType<PlaceIndexData['areaOf']>): Row['population'] {
  if (!area || area.population === 0) return null;
  return { people: area.population, source: area.populationSource, year: area.populationYear };
}

/** Without a population there is nothing per head. */
function toRow(
  id: string,
  name: string,
  stored: FigureCounts | undefined,
  filter: CaseFilter,
  period: Period,
  population: Row['population'] = null,
): Row {
  const base = { ...baseCountsOf(stored ?? {}), thousandPeople: (population?.people ?? 0) / 1000 };
  const ratios = Object.fromEntries(measuredIndicators.map((key) => [key, indicatorOf(key, base)]));
  return {
    id,
    name,
    counts: { ...deriveCounts(base) },
    ratios,
    population,
    rows: { ...filter, ...countedIn('reported', period) },
  };
}
