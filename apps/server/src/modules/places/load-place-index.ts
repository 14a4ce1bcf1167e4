import { addDays, startOfDay } from '@linli/domain';
import { sql } from 'kysely';
import { type Clock, dayOf, systemClock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { type AreaRecord, inListOrder, versionOn } from './area-record.ts';
import { buildMap, type MapAnswer, type SceneryRecord } from './build-map.ts';
import { buildDayState } from './day-state.ts';
import { keepRecent } from './keep-recent.ts';
import { type LevelLabels, labelsOf, readLevelLabels } from './level-labels.ts';
import type { Located, PlaceIndex } from './place-index.ts';
import { readAreas } from './read-areas.ts';

/** The places in memory, of every day; loaded anew when their version moves. */
export interface PlaceIndexData extends PlaceIndex {
  areaOf(areaId: string): AreaRecord | null;
  /** The areas of a site in force on a day, in list order. */
  areasOn(siteId: string, day: string): readonly AreaRecord[];
  /** The lowest area of a WGS-84 point on a day, past or coming; null outside every site. */
  locateOn(lng: number, lat: number, day: string): Located | null;
  /** Kept per site, level and day: the same object is answered again. */
  mapOn(call: { siteId: string; level: number; day: string; scenery: boolean }): MapAnswer;
  levelsOf(siteId: string): { level: number; label: string }[];
}

/** Loads every area with its versions, and the scenery. Today is the clock's, so the index stays right past midnight. */
export async function loadPlaceIndex(db: Db, clock: Clock = systemClock): Promise<PlaceIndexData> {
  const areas = await readAreas(db);
  const scenery =
    await sql<SceneryRecord>`select id, site_id as "siteId", kind, name, geometry from scenery order by id`.execute(db);
  return buildPlaceIndex({ areas, scenery: scenery.rows, labels: await readLevelLabels(db) }, clock);
}

export function buildPlaceIndex(
  data: { areas: readonly AreaRecord[]; scenery: readonly SceneryRecord[]; labels: LevelLabels },
  clock: Clock,
): PlaceIndexData {
  const { areas, scenery } = data;
  const byId = new Map(areas.map((area) => [area.id, area]));
  // Nothing changes between two of these days, so any day shares its state with the last of them before it.
  const turns = [...new Set(areas.flatMap(turningDays))].sort();
  const turnOf = (day: string) => turns.findLast((turn) => turn <= day) ?? '';
  const stateOf = keepRecent(8, (turn) => buildDayState(turn === '' ? [] : areas, turn));
  const today = createToday(clock);

  function locatedAt(areaId: string | null, day: string): Located | null {
    const lowest = areaId === null ? undefined : byId.get(areaId);
    if (!lowest) return null;
    const chain: Located['areas'][number][] = [];
    for (let area: AreaRecord | undefined = lowest; area; area = area.parentId ? byId.get(area.parentId) : undefined)
      chain.unshift({ id: area.id, level: area.level, name: versionOn(area, day).name, kind: area.kind });
    return { siteId: lowest.siteId, path: lowest.path, areaId: lowest.id, areas: chain };
  }
  const locateOn = (lng: number, lat: number, day: string) => locatedAt(stateOf(turnOf(day)).locate(lng, lat), day);
  const areasOn = (siteId: string, day: string) => stateOf(turnOf(day)).active.filter((area) => area.siteId === siteId);

  const mapOf = keepRecent(24, (key) => {
    const [siteId = '', level, turn = '', withScenery] = key.split('/');
    const drawn = areasOn(siteId, turn).filter((area) => area.level === Number(level));
    return buildMap(drawn, turn, withScenery === 'yes' ? scenery.filter((s) => s.siteId === siteId) : null);
  });

  const roots = areas.filter((area) => area.parentId === null).sort(inListOrder);
  return {
    locate: (lng, lat) => locateOn(lng, lat, today()),
    chainOf: (areaId) => locatedAt(areaId, today()),
    sites: () =>
      roots
        .filter((area) => area.validTo === null || area.validTo > today())
        .map((area) => ({ id: area.id, name: versionOn(area, today()).name, path: area.path })),
    areaOf: (areaId) => byId.get(areaId) ?? null,
    areasOn,
    locateOn,
    mapOn: ({ siteId, level, day, scenery: wanted }) =>
      mapOf(`${siteId}/${level}/${turnOf(day)}/${wanted ? 'yes' : 'no'}`),
    levelsOf: (siteId) => labelsOf(data.labels, siteId),
  };
}

function turningDays(area: AreaRecord): string[] {
  const spans = [area, ...area.versions];
  return spans.flatMap((span) => (span.validTo === null ? [span.validFrom] : [span.validFrom, span.validTo]));
}

/** The day of the clock; worked out again only when midnight has passed, or the clock was set back. */
function createToday(clock: Clock): () => string {
  let known = { day: '', fromMs: 0, untilMs: 0 };
  return () => {
    const now = clock.now();
    const ms = now.getTime();
    if (ms < known.fromMs || ms >= known.untilMs) {
      const day = dayOf(now);
      known = { day, fromMs: startOfDay(day).getTime(), untilMs: startOfDay(addDays(day, 1)).getTime() };
    }
    return known.day;
  };
}
