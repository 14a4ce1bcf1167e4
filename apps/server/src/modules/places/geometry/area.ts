import type { AreaShape, LngLat, Position } from '@linli/domain';
import { boxOf, containsPoint, eachEdge, partsOf } from './rings.ts';

// WGS-84 ellipsoid.
const semiMajorMetres = 6_378_137;
const flattening = 1 / 298.257223563;
const eccentricity2 = flattening * (2 - flattening);
const eccentricity = Math.sqrt(eccentricity2);
const radians = Math.PI / 180;

/** Metres along the meridian and along the parallel for one degree at a latitude. */
export function metresPerDegree(lat: number): { lng: number; lat: number } {
  const sin = Math.sin(lat * radians);
  const w = 1 - eccentricity2 * sin * sin;
  return {
    lng: (radians * semiMajorMetres * Math.cos(lat * radians)) / Math.sqrt(w),
    lat: (radians * semiMajorMetres * (1 - eccentricity2)) / (w * Math.sqrt(w)),
  };
}

/**
 * Area in square metres on the WGS-84 ellipsoid, holes taken off.
 * Computed in an equal-area cylindrical projection: exact for edges along parallels and meridians, and within
 * 0.001 % for shapes up to a city. The direction of rings does not matter.
 */
export function areaM2(shape: AreaShape): number {
  let total = 0;
  for (const [outer, ...holes] of partsOf(shape)) {
    if (!outer) continue;
    total += Math.abs(signedRingAreaM2(outer));
    for (const hole of holes) total -= Math.abs(signedRingAreaM2(hole));
  }
  return total;
}

/** Area of one closed ring in square metres: positive when it runs anticlockwise. */
export function signedRingAreaM2(ring: readonly Position[]): number {
  const start = ring[0];
  if (!start) return 0;
  const startY = authalicY(start[1]);
  let doubled = 0;
  let [fromX, fromY] = [0, 0];
  for (const [lng, lat] of ring) {
    const x = lng - start[0];
    const y = authalicY(lat) - startY;
    doubled += fromX * y - x * fromY;
    fromX = x;
    fromY = y;
  }
  return (doubled / 2) * radians * semiMajorMetres;
}

/** Height in metres of a parallel in the equal-area projection of the ellipsoid (Snyder 1987, eq. 3-12). */
function authalicY(lat: number): number {
  const sin = Math.sin(lat * radians);
  const e = eccentricity;
  const q = (1 - eccentricity2) * (sin / (1 - eccentricity2 * sin * sin) + Math.atanh(e * sin) / e);
  return (semiMajorMetres * q) / 2;
}

/** Distance in metres along the ellipsoid: Lambert's formula, within some 10 m over thousands of kilometres. */
export function distanceMetres(from: LngLat, to: LngLat): number {
  const reducedFrom = Math.atan((1 - flattening) * Math.tan(from.lat * radians));
  const reducedTo = Math.atan((1 - flattening) * Math.tan(to.lat * radians));
  const sinLat = Math.sin((reducedTo - reducedFrom) / 2);
  const sinLng = Math.sin(((to.lng - from.lng) * radians) / 2);
  const chord = sinLat * sinLat + Math.cos(reducedFrom) * Math.cos(reducedTo) * sinLng * sinLng;
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(chord)));
  if (angle === 0) return 0;
  const p = (reducedFrom + reducedTo) / 2;
  const q = (reducedTo - reducedFrom) / 2;
  const cosHalf2 = Math.cos(angle / 2) ** 2;
  const sinHalf2 = Math.sin(angle / 2) ** 2;
  // Antipodes: the correction loses its meaning; nothing in one country is that far apart.
  if (cosHalf2 < 1e-9) return semiMajorMetres * angle;
  const x = ((angle - Math.sin(angle)) * (Math.sin(p) * Math.cos(q)) ** 2) / cosHalf2;
  const y = ((angle + Math.sin(angle)) * (Math.cos(p) * Math.sin(q)) ** 2) / sinHalf2;
  return semiMajorMetres * (angle - (flattening / 2) * (x + y));
}

/** Centre of gravity in degrees. It may lie outside a bent shape: use {@link pointOnSurface} to put a label. */
export function centroid(shape: AreaShape): LngLat {
  const origin = partsOf(shape)[0]?.[0]?.[0];
  if (!origin) throw new RangeError('a shape without positions has no centroid');
  const sum = { weight: 0, x: 0, y: 0 };
  for (const rings of partsOf(shape)) {
    rings.forEach((ring, index) => {
      addRing(sum, ring, origin, index === 0 ? 1 : -1);
    });
  }
  if (sum.weight === 0) return { lng: origin[0], lat: origin[1] };
  return { lng: origin[0] + sum.x / (3 * sum.weight), lat: origin[1] + sum.y / (3 * sum.weight) };
}

function addRing(
  sum: { weight: number; x: number; y: number },
  ring: readonly Position[],
  origin: Position,
  sign: number,
): void {
  const own = { weight: 0, x: 0, y: 0 };
  eachEdge(ring, (a, b) => {
    const [ax, ay, bx, by] = [a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]];
    const cross = ax * by - bx * ay;
    own.weight += cross;
    own.x += cross * (ax + bx);
    own.y += cross * (ay + by);
  });
  const turned = own.weight < 0 ? -sign : sign;
  sum.weight += turned * own.weight;
  sum.x += turned * own.x;
  sum.y += turned * own.y;
}

/** A point surely inside: the centroid if it is, else the middle of the widest stretch on one of a few parallels. */
export function pointOnSurface(shape: AreaShape): LngLat {
  const centre = centroid(shape);
  if (containsPoint(shape, centre.lng, centre.lat)) return centre;
  const box = boxOf(partsOf(shape).flat());
  let best = { width: 0, point: centre };
  for (const share of [0.5, 0.37, 0.63, 0.25, 0.75, 0.13, 0.87, 0.031, 0.969]) {
    const lat = box.minY + (box.maxY - box.minY) * share;
    const crossings = crossingsAt(shape, lat);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [west = 0, east = 0] = [crossings[i], crossings[i + 1]];
      if (east - west > best.width) best = { width: east - west, point: { lng: (west + east) / 2, lat } };
    }
  }
  return best.point;
}

function crossingsAt(shape: AreaShape, lat: number): number[] {
  const crossings: number[] = [];
  for (const ring of partsOf(shape).flat()) {
    eachEdge(ring, ([ax, ay], [bx, by]) => {
      if (ay > lat !== by > lat) crossings.push(ax + ((lat - ay) * (bx - ax)) / (by - ay));
    });
  }
  return crossings.sort((a, b) => a - b);
}
