import type { AreaShape, Polygon, Position } from '@linli/domain';
import { difference, type Geom, intersection, union } from 'polyclip-ts';
import { partsOf, polygonOf } from './rings.ts';

/** The ground of any of the shapes. */
export function unite(shapes: readonly AreaShape[]): Polygon[] {
  const [first, ...rest] = shapes;
  return first ? clip(union, first, rest) : [];
}

/** The ground that both shapes cover. */
export function intersect(shape: AreaShape, other: AreaShape): Polygon[] {
  return clip(intersection, shape, [other]);
}

/** The ground of a shape that none of the others covers. */
export function subtract(shape: AreaShape, others: readonly AreaShape[]): Polygon[] {
  return clip(difference, shape, others);
}

/** Several polygons as one shape, to draw or to go on with. */
export function shapeOf(polygons: readonly Polygon[]): AreaShape {
  const [only, ...more] = polygons;
  if (only && more.length === 0) return only;
  return { type: 'MultiPolygon', coordinates: polygons.map((polygon) => polygon.coordinates) };
}

type Operation = (first: Geom, ...rest: Geom[]) => Position[][][];

function clip(operation: Operation, first: AreaShape, rest: readonly AreaShape[]): Polygon[] {
  if (partsOf(first).length === 0 && operation !== union) return [];
  const inputs = rest.map(partsOf).filter((parts) => parts.length > 0);
  if (inputs.length === 0 && operation === intersection) return [];
  try {
    return operation(partsOf(first), ...inputs).map(polygonOf);
  } catch {
    // Rounding of a crossing can leave the sweep with an open ring; 0.1 mm steps take the near-misses away.
    return operation(snapped(partsOf(first)), ...inputs.map(snapped)).map(polygonOf);
  }
}

function snapped(parts: Position[][][]): Position[][][] {
  const snap = (degrees: number) => Math.round(degrees * 1e9) / 1e9;
  return parts.map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [snap(x), snap(y)])));
}
