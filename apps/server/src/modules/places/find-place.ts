import type { locatePoint, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Crs, convertPoint } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { distanceMetres } from './geometry/area.ts';
import type { PlaceIndexData } from './load-place-index.ts';

type Answer = OutputOf<typeof locatePoint>;
type BuildingRow = { id: string; name: string; address: string; lng: number; lat: number };

const nearMetres = 200;

/** Where a point lies on a day, and the nearest building with an address in the same neighbourhood, within 200 m. */
export async function findPlace(
  db: Db,
  places: PlaceIndexData,
  input: ParsedInputOf<typeof locatePoint>,
  today: string,
): Promise<Answer> {
  const point = convertPoint({ lng: input.lng, lat: input.lat }, input.crs, 'wgs84');
  const located = places.locateOn(point.lng, point.lat, input.day ?? today);
  const inSystem = (crs: Crs): [number, number] => {
    // What came in goes out as it was.
    const { lng, lat } = crs === input.crs ? input : convertPoint(point, 'wgs84', crs);
    return [lng, lat];
  };
  const systems = { wgs84: inSystem('wgs84'), gcj02: inSystem('gcj02'), bd09: inSystem('bd09') };
  if (!located) return { ...systems, areas: null, nearestBuilding: null };
  const squeeze = Math.cos((point.lat * Math.PI) / 180);
  // Buildings stand under today's areas; the area above the lowest is the same before and after a split.
  const above = located.path.includes('.') ? located.path.slice(0, located.path.lastIndexOf('.')) : located.path;
  const { rows } =
    await sql<BuildingRow>`select building.id, building.name, building.address, building.lng, building.lat
    from building where building.path <@ ${above}::ltree
    order by ((building.lng - ${point.lng}) * ${squeeze}) ^ 2 + (building.lat - ${point.lat}) ^ 2, building.id limit 1`.execute(
      db,
    );
  const [near] = rows;
  const metres = near ? distanceMetres(point, near) : Number.POSITIVE_INFINITY;
  const nearestBuilding =
    near && metres <= nearMetres
      ? { id: near.id, name: near.name, address: near.address, metres: Math.round(metres) }
      : null;
  return { ...systems, areas: located.areas.map(({ id, level, name }) => ({ id, level, name })), nearestBuilding };
}
