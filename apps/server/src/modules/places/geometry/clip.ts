import type { AreaShape, Polygon, Position } from '@linli/domain';
import { difference, type Geom, intersection, union } from 'polyclip-ts';
import { partsOf, polygonOf } from './rings.ts';

/** The ground of any of the shapes. */
export function unite(shapes: readonly AreaShape[]): Polygon[] {
  const [first, ...rest] = shapes.filter((shape) => partsOf(shape).length > 0);
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

// 0.1 mm, 1 mm and 1 cm in degrees.
const snapSteps = [1e-9, 1e-8, 1e-7];

/**
 * The sweep gives up on some inputs with many near-parallel crossings ("unable to complete output ring"). Coarser
 * positions take the near-misses away; if a centimetre does not help, the error is the caller's to handle.
 */
function clip(operation: Operation, first: AreaShape, rest: readonly AreaShape[]): Polygon[] {
  if (partsOf(first).length === 0) return [];
  const inputs = rest.map(partsOf).filter((parts) => parts.length > 0);
  if (inputs.length === 0 && operation === intersection) return [];
  const attempts = [null, ...snapSteps].map((step) => () => {
    const snap = (parts: Position[][][]) => (step === null ? parts : snapTo(parts, step));
    return operation(snap(partsOf(first)), ...inputs.map(snap)).map(polygonOf);
  });
  let failure: unknown;
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch (error) {
      failure = error;
    }
  }
  throw new ClipFailed('the shapes could not be clipped', { cause: failure });
}

/** Thrown when shapes cannot be clipped at any precision. */
export class ClipFailed extends Error {
  override name = 'ClipFailed';
}

/** The answer of some clipping, or null where it cannot be had. */
export function orNullIfFailed<Answer>(answer: () => Answer): Answer | null {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ClipFailed) return null;
    throw error;
  }
}

function snapTo(parts: Position[][][], step: number): Position[][][] {
  const snap = (degrees: number) => Math.round(degrees / step) * step;
  return parts.map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [snap(x), snap(y)])));
}
