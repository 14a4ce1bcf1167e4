import type { listHotSpots, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, type CaseState, findHotSpots, type LocalText } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { type MeasuresDeps, type RootArea, rootArea } from './scope.ts';

type Answer = OutputOf<typeof listHotSpots>;
const levelColumns = { 1: 'site_id', 2: 'area2_id', 3: 'area3_id', 4: 'area4_id' } as const;
const mostSpots = 40;
const casesShown = 20;
/** Of the window, the newest; more would not fit any screen and cost the next reader. */
const mostReports = 50_000;

interface SpotCase {
  id: string;
  number: string;
  title: string;
  name: LocalText;
  state: CaseState;
  reported_at: Date;
  target_unit_id: string | null;
  late: boolean;
}

/** Where the same kinds come again, in the area whose measures the actor reads, and who was called there. */
export async function findSpots(
  db: Db,
  deps: MeasuresDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listHotSpots>; now: Date },
): Promise<Answer> {
  const { input, now } = call;
  const places = deps.places.get();
  const root = rootArea(call.actor, places, dayOf(now));
  const spots = findHotSpots(await reportsIn(db, root, input, now), input).slice(0, mostSpots);
  const shown = spots.map((spot) => spot.reports.slice(0, casesShown).map((report) => report.caseId));
  const cases = await findCases(db, shown.flat());
  const facts = await findFacts(
    db,
    spots.flatMap((spot) => spot.reports.map((report) => report.caseId)),
  );
  const rows = spots.map((spot, i) => ({
    spot,
    cases: (shown[i] ?? []).flatMap((id) => cases.get(id) ?? []),
    facts: spot.reports.flatMap((report) => facts.get(report.caseId) ?? []),
  }));
  return {
    spots: rows.map(({ spot, cases: at, facts: all }) => ({
      lng: spot.lng,
      lat: spot.lat,
      areaName: places.locate(spot.lng, spot.lat)?.areas.at(-1)?.name ?? '',
      count: spot.count,
      days: spot.days,
      open: all.filter((one) => one.open).length,
      first: spot.first.toISOString(),
      latest: spot.latest.toISOString(),
      cases: at.map((one) => ({
        id: one.id,
        number: one.number,
        title: one.title,
        typeName: one.name,
        state: one.state,
        reportedAt: one.reported_at.toISOString(),
        unitId: one.target_unit_id,
        late: one.late,
      })),
    })),
    units: countUnits(
      rows.map((row) => row.facts),
      deps,
    ),
  };
}

async function reportsIn(db: Db, root: RootArea, input: ParsedInputOf<typeof listHotSpots>, now: Date) {
  const from = new Date(now.getTime() - input.days * 86_400_000);
  const column = levelColumns[root.level as 1 | 2 | 3 | 4]; // rootArea goes no deeper
  const { rows } = await sql<{
    caseId: string;
    lng: number;
    lat: number;
    reportedAt: Date;
  }>`select case_id as "caseId", lng, lat, reported_at as "reportedAt" from place_report
    where site_id = ${root.siteId} and type_code = any(${input.typeCodes}::text[]) and reported_at >= ${from}
      and ${sql.ref(column)} = ${root.id}
    order by reported_at desc limit ${mostReports}`.execute(db);
  return rows;
}

/** Under the reader's own scope: what may not be seen is not told. */
async function findCases(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, SpotCase>> {
  if (ids.length === 0) return new Map();
  const { rows } =
    await sql<SpotCase>`select cases.id, cases.number, cases.title, cases.state, cases.reported_at, cases.target_unit_id,
      cases.ran_out_at is not null as late, case_type.definition->'name' as name
    from cases join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where cases.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

interface SpotFact {
  id: string;
  unitId: string | null;
  open: boolean;
  late: boolean;
}

/** Of every report of every spot, what the counts are made of. */
async function findFacts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, SpotFact>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SpotFact>`select cases.id, cases.target_unit_id as "unitId", cases.is_open as open,
      cases.ran_out_at is not null as late
    from cases where cases.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

function countUnits(spots: readonly (readonly SpotFact[])[], deps: MeasuresDeps): Answer['units'] {
  const { units } = deps.directory.get();
  const counts = new Map<string, Answer['units'][number]>();
  for (const cases of spots) {
    const here = new Set<string>();
    for (const one of cases.toReversed()) {
      const { unitId } = one;
      if (!unitId) continue;
      const before = counts.get(unitId) ?? {
        unitId,
        name: units.get(unitId)?.name ?? '',
        calls: 0,
        spots: 0,
        again: 0,
        late: 0,
      };
      counts.set(unitId, {
        ...before,
        calls: before.calls + 1,
        spots: before.spots + (here.has(unitId) ? 0 : 1),
        again: before.again + (here.has(unitId) ? 1 : 0),
        late: before.late + (one.late ? 1 : 0),
      });
      here.add(unitId);
    }
  }
  return [...counts.values()].sort((a, b) => b.again - a.again || b.calls - a.calls);
}
