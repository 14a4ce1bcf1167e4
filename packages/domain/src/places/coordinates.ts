import gcoord from 'gcoord';
import type { AreaShape, Position } from './shapes.ts';

/** The systems that coordinates arrive in: GPS and stored; Amap, Tencent and most Chinese phones; Baidu. */
export const crsNames = ['wgs84', 'gcj02', 'bd09'] as const;
export type Crs = (typeof crsNames)[number];

/** A point in degrees. */
export type LngLat = { lng: number; lat: number };

const gcoordNames = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

// WGS-84 → GCJ-02 → BD-09 are closed formulas; the ways back are only approximated by the library.
const rank: Record<Crs, number> = { wgs84: 0, gcj02: 1, bd09: 2 };
const convergedDegrees = 1e-10;
const maxRounds = 12;

/**
 * Converts a point between coordinate systems. Degrees in, degrees out.
 * Forward is the published formula; backward is refined until the forward formula meets the point again
 * (about 0.01 mm inside China; the library alone is off by up to a metre from BD-09).
 * Outside China GCJ-02 equals WGS-84.
 */
export function convertPoint(point: LngLat, from: Crs, to: Crs): LngLat {
  if (from === to) return { lng: point.lng, lat: point.lat };
  const [lng, lat] = convertPosition([point.lng, point.lat], from, to);
  return { lng, lat };
}

/** Converts every position of a shape; equal positions stay equal, so shared edges stay shared. */
export function convertShape<Shape extends AreaShape>(shape: Shape, from: Crs, to: Crs): Shape;
export function convertShape(shape: AreaShape, from: Crs, to: Crs): AreaShape {
  const rings = (polygon: Position[][]) => polygon.map((ring) => ring.map((at) => convertPosition(at, from, to)));
  if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: rings(shape.coordinates) };
  return { type: 'MultiPolygon', coordinates: shape.coordinates.map(rings) };
}

function convertPosition(at: Position, from: Crs, to: Crs): Position {
  if (from === to) return [at[0], at[1]];
  if (rank[from] < rank[to]) return applyFormula(at, from, to);
  let [lng, lat] = applyFormula(at, from, to);
  for (let round = 0; round < maxRounds; round += 1) {
    const again = applyFormula([lng, lat], to, from);
    const missLng = at[0] - again[0];
    const missLat = at[1] - again[1];
    if (Math.abs(missLng) < convergedDegrees && Math.abs(missLat) < convergedDegrees) break;
    lng += missLng;
    lat += missLat;
  }
  return [lng, lat];
}

function applyFormula(at: Position, from: Crs, to: Crs): Position {
  const [lng, lat] = gcoord.transform<Position>([at[0], at[1]], gcoordNames[from], gcoordNames[to]);
  return [lng, lat];
}
