import type { Polygon, Position } from '@linli/domain';
import { areaM2 } from './area.ts';
import { orNullIfFailed, subtract, unite } from './clip.ts';
import { cutRing } from './ring-cut.ts';
import { findRingProblems } from './ring-problems.ts';
import { polygonOf, ringsContain } from './rings.ts';
import { shareCorners } from './shared-corners.ts';

export type SplitRefusal =
  | 'split.polygon-invalid'
  | 'split.line-too-short'
  | 'split.line-misses'
  | 'split.line-ends-inside'
  | 'split.line-crosses-itself'
  | 'split.more-than-two-parts'
  | 'split.part-too-small';

export type MergeRefusal = 'merge.too-few' | 'merge.polygon-invalid' | 'merge.not-adjacent' | 'merge.failed';

// Below one square metre a part is a slip of the hand.
const smallestPartM2 = 1;

/**
 * Cuts a polygon along a line (positions in degrees) that enters over its outer edge and leaves over it once.
 * The line may begin and end outside or on the edge; a hole it passes through is shared out between the parts.
 */
export function splitPolygon(polygon: Polygon, line: readonly Position[]): readonly [Polygon, Polygon] | SplitRefusal {
  if (findRingProblems(polygon).length > 0) return 'split.polygon-invalid';
  const [outer = [], ...holes] = polygon.coordinates;
  const cut = cutRing(outer, line);
  if (typeof cut === 'string') return `split.${cut}`;
  const [first, second] = cut;
  const simple = [first, second].every((ring) => findRingProblems(polygonOf([ring])).length === 0);
  if (areaM2(polygonOf([first])) < smallestPartM2 || areaM2(polygonOf([second])) < smallestPartM2) {
    return 'split.part-too-small';
  }
  if (!simple) return 'split.line-crosses-itself';
  const parts = [withHoles(first, holes), withHoles(second, holes)];
  const [one, two] = parts;
  if (!one || !two) return 'split.more-than-two-parts';
  return [one, two];
}

/** A part of the outer ring with the holes, or pieces of holes, that lie in it; null if a hole cuts it in two. */
function withHoles(outer: Position[], holes: readonly Position[][]): Polygon | null {
  const whole = holes.filter((hole) => hole.every(([x, y]) => ringsContain([outer], x, y)));
  const cut = holes.filter((hole) => !whole.includes(hole));
  if (cut.length === 0) return polygonOf([outer, ...whole]);
  const solid = polygonOf([outer, ...whole]);
  const courts = cut.map((hole) => polygonOf([hole]));
  const pieces = orNullIfFailed(() => subtract(solid, courts)) ?? [];
  const [only, ...more] = pieces.filter((piece) => areaM2(piece) >= smallestPartM2);
  return only && more.length === 0 ? only : null;
}

/**
 * Joins polygons that touch along an edge, one to the next, into one polygon. Touching at a corner only is not enough.
 * Seams up to 1 mm wide are closed.
 */
export function mergePolygons(polygons: readonly Polygon[]): Polygon | MergeRefusal {
  if (polygons.length < 2) return 'merge.too-few';
  if (polygons.some((polygon) => findRingProblems(polygon).length > 0)) return 'merge.polygon-invalid';
  const joined = orNullIfFailed(() => unite(shareCorners(polygons)));
  if (!joined) return 'merge.failed';
  const [only, ...more] = joined.filter((piece) => areaM2(piece) >= smallestPartM2);
  if (!only || more.length > 0) return 'merge.not-adjacent';
  const [outer = [], ...holes] = only.coordinates;
  return polygonOf([outer, ...holes.filter((hole) => areaM2(polygonOf([hole])) >= smallestPartM2)]);
}
