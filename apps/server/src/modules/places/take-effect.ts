import { startOfDay } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { bumpVersion } from '../../platform/db/versioned-cache.ts';
import { newId } from '../../platform/ids.ts';
import { type DueHandler, scheduleDue } from '../../platform/jobs/due-work.ts';
import { type AreaRecord, isActiveOn, versionOn } from './area-record.ts';
import { centroid, distanceMetres } from './geometry/area.ts';
import { containsPoint } from './geometry/rings.ts';
import { readAreas } from './read-areas.ts';
import { placesVersion } from './store.ts';

const dueKind = 'places.take-effect';

/** Brings area rows and buildings to a change: at once when its day has come, else when the day begins. */
export async function takeEffectOn(db: Db, areaIds: readonly string[], day: string, now: Date): Promise<void> {
  if (day <= dayOf(now)) return bringToDay(db, areaIds, dayOf(now));
  await scheduleDue(db, [{ kind: dueKind, key: newId(), at: startOfDay(day), data: { areaIds } }]);
}

/** Changes set for a coming day take effect when it begins; for the worker. */
export const placesDueHandlers: Readonly<Record<string, DueHandler>> = {
  [dueKind]: async (db, item, now) => {
    const ids = Array.isArray(item.data.areaIds) ? item.data.areaIds.map(String) : [];
    await bringToDay(db, ids, dayOf(now));
    await bumpVersion(db, placesVersion, now);
  },
};

/** Rows carry the name, size and label point in force; buildings move to the area they now stand in. */
async function bringToDay(db: Db, areaIds: readonly string[], day: string): Promise<void> {
  const areas = await readAreas(db, { ids: areaIds });
  const rows = areas
    .filter((area) => isActiveOn(area, day))
    .map((area) => {
      const { name, areaM2, centre } = versionOn(area, day);
      return { id: area.id, name, areaM2, lng: centre?.[0] ?? null, lat: centre?.[1] ?? null };
    });
  await sql`update area set name = e.name, area_m2 = e."areaM2", centre_lng = e.lng, centre_lat = e.lat
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(id uuid, name text, "areaM2" double precision, lng double precision, lat double precision)
    where area.id = e.id`.execute(db);
  const retired = areas.filter((area) => area.validTo !== null && area.validTo <= day);
  const active = areas.filter((area) => isActiveOn(area, day));
  await moveBuildings(db, [...(await planHeirs(db, retired, day)), ...(await planNeighbours(db, active, day))], day);
}

/** Where the buildings of an area may belong from now on. */
interface Move {
  area: AreaRecord;
  to: readonly AreaRecord[];
}

async function planHeirs(db: Db, retired: readonly AreaRecord[], day: string): Promise<Move[]> {
  const ids = retired.map((area) => area.id);
  if (ids.length === 0) return [];
  const links = await sql<{
    areaId: string;
    successorId: string;
  }>`select area_id as "areaId", successor_id as "successorId"
    from area_successor where area_id = any(${ids}::uuid[])`.execute(db);
  const successors = await readAreas(db, { ids: links.rows.map((link) => link.successorId) });
  const standing = successors.filter((area) => isActiveOn(area, day)).sort((a, b) => (a.code < b.code ? -1 : 1));
  return retired.map((area) => {
    const own = new Set(links.rows.filter((link) => link.areaId === area.id).map((link) => link.successorId));
    return { area, to: standing.filter((heir) => own.has(heir.id)) };
  });
}

/** A border that moved leaves buildings on the other side: their new area is a sibling. */
async function planNeighbours(db: Db, active: readonly AreaRecord[], day: string): Promise<Move[]> {
  const moves: Move[] = [];
  for (const parentId of new Set(active.flatMap((area) => area.parentId ?? []))) {
    const siblings = (await readAreas(db, { parentId })).filter((area) => isActiveOn(area, day));
    for (const area of active.filter((other) => other.parentId === parentId)) {
      moves.push({ area, to: [area, ...siblings.filter((other) => other.id !== area.id)] });
    }
  }
  return moves;
}

async function moveBuildings(db: Db, moves: readonly Move[], day: string): Promise<void> {
  const ids = moves.map((move) => move.area.id);
  if (ids.length === 0) return;
  const buildings = await sql<{
    id: string;
    areaId: string;
    lng: number;
    lat: number;
  }>`select id, area_id as "areaId", lng, lat
    from building where area_id = any(${ids}::uuid[])`.execute(db);
  const byArea = new Map(moves.map((move) => [move.area.id, move]));
  const moved = buildings.rows.flatMap((building) => {
    const move = byArea.get(building.areaId);
    const to = move && choosePlace(move, building, day);
    return to && to.id !== building.areaId ? [{ id: building.id, areaId: to.id, path: to.path }] : [];
  });
  await sql`update building set area_id = e."areaId", path = e.path::ltree
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as e(id uuid, "areaId" uuid, path text)
    where building.id = e.id`.execute(db);
}

/** The area a building stands in; failing that it stays, unless its area has ended: then the one whose middle is nearest. */
function choosePlace({ area, to }: Move, point: { lng: number; lat: number }, day: string): AreaRecord | undefined {
  const shapeOf = (other: AreaRecord) => versionOn(other, day).geometry;
  const standing = to.find((other) => {
    const shape = shapeOf(other);
    return shape !== null && containsPoint(shape, point.lng, point.lat);
  });
  if (standing || isActiveOn(area, day)) return standing;
  const metresTo = (other: AreaRecord) => {
    const shape = shapeOf(other);
    return shape ? distanceMetres(point, centroid(shape)) : Number.POSITIVE_INFINITY;
  };
  const [nearest] = to.toSorted((a, b) => metresTo(a) - metresTo(b));
  return nearest;
}
