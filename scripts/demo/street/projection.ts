import type { Point, Ring } from './plane.ts';
import type { Polygon, Position } from './types.ts';

/** Centre of the demonstration street, WGS-84. */
const centre = { lng: 121.5145, lat: 31.2345 };
const metresPerDegreeLat = 110_870;
const metresPerDegreeLng = 111_320 * Math.cos((centre.lat * Math.PI) / 180);
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Metres on the plan → WGS-84 degrees, rounded to 1e-6 so that shared points stay shared. */
export function toPosition(p: Point): Position {
  return [round(centre.lng + p[0] / metresPerDegreeLng), round(centre.lat + p[1] / metresPerDegreeLat)];
}

/** WGS-84 degrees → metres on the plan. */
export function toPlane(position: Position): Point {
  return [(position[0] - centre.lng) * metresPerDegreeLng, (position[1] - centre.lat) * metresPerDegreeLat];
}

export function toPolygon(ring: Ring): Polygon {
  return closeRing(ring.map(toPosition));
}

/** Repeats the first position at the end, as GeoJSON wants. */
export function closeRing(positions: readonly Position[]): Polygon {
  const [first] = positions;
  if (!first) throw new Error('an empty ring is no polygon');
  return { type: 'Polygon', coordinates: [[...positions, first]] };
}
