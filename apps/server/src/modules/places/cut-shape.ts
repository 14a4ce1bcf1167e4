import type { AreaShape, Polygon, Position } from '@linli/domain';
import { centroid, distanceMetres } from './geometry/area.ts';
import { shapeOf } from './geometry/clip.ts';
import { partsOf, polygonOf } from './geometry/rings.ts';
import { splitPolygon } from './geometry/split-merge.ts';

/**
 * Two shapes from one, the western first, or the northern where they lie more above than beside each other (the order unit
 * grids are numbered in). Of a shape in several parts the line cuts one; the others go with the half nearest to them.
 * Null when the line does not cut through.
 */
export function cutShape(shape: AreaShape, line: readonly Position[]): [AreaShape, AreaShape] | null {
  if (line.some(([lng, lat]) => !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))) return null;
  const parts = partsOf(shape).map(polygonOf);
  for (const [index, part] of parts.entries()) {
    const halves = splitPolygon(part, line);
    if (typeof halves === 'string') continue;
    const others = parts.filter((_, other) => other !== index);
    return inGridOrder(halves).map((half, n, both) => {
      const rest = both[1 - n] ?? half;
      return shapeOf([half, ...others.filter((other) => isNearer(other, half, rest, n))]);
    }) as [AreaShape, AreaShape]; // map keeps the length of two
  }
  return null;
}

function isNearer(part: Polygon, half: Polygon, rest: Polygon, order: number): boolean {
  const at = centroid(part);
  const [own, other] = [distanceMetres(at, centroid(half)), distanceMetres(at, centroid(rest))];
  return own < other || (own === other && order === 0);
}

function inGridOrder([a, b]: readonly [Polygon, Polygon]): [Polygon, Polygon] {
  const [p, q] = [centroid(a), centroid(b)];
  const east = distanceMetres({ lng: p.lng, lat: p.lat }, { lng: q.lng, lat: p.lat }) * Math.sign(q.lng - p.lng);
  const north = distanceMetres({ lng: p.lng, lat: p.lat }, { lng: p.lng, lat: q.lat }) * Math.sign(q.lat - p.lat);
  const inOrder = Math.abs(east) >= Math.abs(north) ? east >= 0 : north <= 0;
  return inOrder ? [a, b] : [b, a];
}
