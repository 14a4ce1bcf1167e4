import type { Polygon, Position } from '@linli/domain';
import { areaM2, metresPerDegree } from './area.ts';
import { subtract, unite } from './clip.ts';
import { cutRing } from './ring-cut.ts';
import { findRingProblems } from './ring-problems.ts';
import { boxOf, nearestShare, polygonOf, ringsContain, samePosition } from './rings.ts';

export type SplitRefusal =
  | 'split.polygon-invalid'
  | 'split.line-too-short'
  | 'split.line-misses'
  | 'split.line-ends-inside'
  | 'split.line-crosses-itself'
  | 'split.more-than-two-parts'
  | 'split.part-too-small';

export type MergeRefusal = 'merge.too-few' | 'merge.polygon-invalid' | 'merge.not-adjacent';

// Below one square metre a part is a slip of the hand.
const smallestPartM2 = 1;
// Corners drawn within a millimetre of a neighbour's edge lie on it. Wider, the seam left towards other neighbours
// could pass one square metre.
const sameEdgeMetres = 0.001;

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
  const pieces = subtract(
    solid,
    cut.map((hole) => polygonOf([hole])),
  ).filter((piece) => areaM2(piece) >= smallestPartM2);
  return pieces.length === 1 ? (pieces[0] ?? null) : null;
}

/**
 * Joins polygons that touch along an edge, one to the next, into one polygon. Touching at a corner only is not enough.
 * Seams up to 1 mm wide are closed.
 */
export function mergePolygons(polygons: readonly Polygon[]): Polygon | MergeRefusal {
  if (polygons.length < 2) return 'merge.too-few';
  if (polygons.some((polygon) => findRingProblems(polygon).length > 0)) return 'merge.polygon-invalid';
  const joined = unite(shareCorners(polygons)).filter((piece) => areaM2(piece) >= smallestPartM2);
  const [only, ...more] = joined;
  if (!only || more.length > 0) return 'merge.not-adjacent';
  const [outer = [], ...holes] = only.coordinates;
  return polygonOf([outer, ...holes.filter((hole) => areaM2(polygonOf([hole])) >= smallestPartM2)]);
}

/** Gives every edge the corners that neighbours have on it, so that shared edges are the same numbers on both sides. */
function shareCorners(polygons: readonly Polygon[]): Polygon[] {
  const corners = polygons.flatMap((polygon) => polygon.coordinates.flatMap((ring) => ring.slice(1)));
  const scale = metresPerDegree(corners[0]?.[1] ?? 0);
  const near = sameEdgeMetres / scale.lat;
  const xScale = scale.lng / scale.lat;
  const settled: Position[] = [];
  const settle = (at: Position): Position => {
    const known = settled.find((other) => Math.hypot((other[0] - at[0]) * xScale, other[1] - at[1]) <= near);
    if (!known) settled.push(at);
    return known ?? at;
  };
  const snapped = polygons.map((polygon) => polygonOf(polygon.coordinates.map((ring) => ring.map(settle))));
  return snapped.map((polygon) =>
    polygonOf(polygon.coordinates.map((ring) => ring.flatMap((to, index) => cornersUpTo(ring[index - 1], to)))),
  );

  function cornersUpTo(from: Position | undefined, to: Position): Position[] {
    if (!from) return [to];
    const box = boxOf([[from, to]]);
    const onEdge: { share: number; at: Position }[] = [];
    for (const at of settled) {
      if (at[0] < box.minX - near / xScale || at[0] > box.maxX + near / xScale) continue;
      if (at[1] < box.minY - near || at[1] > box.maxY + near) continue;
      if (samePosition(at, from) || samePosition(at, to)) continue;
      const share = nearestShare(at[0], at[1], from, to, xScale);
      const dx = (from[0] + (to[0] - from[0]) * share - at[0]) * xScale;
      const dy = from[1] + (to[1] - from[1]) * share - at[1];
      if (Math.hypot(dx, dy) <= near) onEdge.push({ share, at });
    }
    return [...onEdge.sort((a, b) => a.share - b.share).map((corner) => corner.at), to];
  }
}
