import type { AreaShape, Position } from '@linli/domain';
import Flatbush from 'flatbush';
import { metresPerDegree } from './area.ts';
import { shapeOf } from './clip.ts';
import { boxOf, nearestShare, partsOf, polygonOf, samePosition } from './rings.ts';

// Wider, the seam that moving a corner leaves towards other neighbours could pass one square metre.
const sameSpotMetres = 0.001;

/**
 * Makes shared edges the same numbers on both sides: corners within a millimetre of each other become one, and every
 * edge gets the corners that neighbours have on it. Clipping then meets no near-parallel edges, on which it is slow
 * and can fail. Shapes keep their order; none moves by more than a millimetre.
 */
export function shareCorners(shapes: readonly AreaShape[]): AreaShape[] {
  const corners = shapes.flatMap((shape) => partsOf(shape).flat(2));
  const scale = metresPerDegree(corners[0]?.[1] ?? 0);
  const near = sameSpotMetres / scale.lat;
  const xScale = scale.lng / scale.lat;
  const settle = createSettler(near, xScale);
  const settled = shapes.map((shape) => partsOf(shape).map((rings) => rings.map((ring) => ring.map(settle))));
  const listOnEdge = indexCorners(settled.flat(3), near, xScale);
  return settled.map((parts) => {
    const polygons = parts.map((rings) => polygonOf(rings.map((ring) => refine(ring, listOnEdge)).filter(isRing)));
    return shapeOf(polygons.filter((polygon) => polygon.coordinates.length > 0));
  });
}

/** Gives each position the first one seen within reach of it: a hash of cells as wide as the reach. */
function createSettler(near: number, xScale: number): (at: Position) => Position {
  const cells = new Map<string, Position[]>();
  const cellOf = (at: Position) => [Math.floor((at[0] * xScale) / near), Math.floor(at[1] / near)] as const;
  return (at) => {
    const [column, row] = cellOf(at);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const known = cells
          .get(`${column + dx}/${row + dy}`)
          ?.find((other) => Math.hypot((other[0] - at[0]) * xScale, other[1] - at[1]) <= near);
        if (known) return known;
      }
    }
    const key = `${column}/${row}`;
    const snapped: Position = [Math.round(at[0] * 1e9) / 1e9, Math.round(at[1] * 1e9) / 1e9];
    cells.set(key, [...(cells.get(key) ?? []), snapped]);
    return snapped;
  };
}

type ListOnEdge = (from: Position, to: Position) => Position[];

/** Finds the corners lying on an edge, in its order, without its ends. */
function indexCorners(corners: readonly Position[], near: number, xScale: number): ListOnEdge {
  const unique = [...new Map(corners.map((at) => [`${at[0]},${at[1]}`, at])).values()];
  if (unique.length === 0) return () => [];
  const tree = new Flatbush(unique.length);
  for (const [x, y] of unique) tree.add(x, y, x, y);
  tree.finish();
  return (from, to) => {
    const box = boxOf([[from, to]]);
    const found = tree.search(box.minX - near / xScale, box.minY - near, box.maxX + near / xScale, box.maxY + near);
    return found
      .flatMap((index) => {
        const at = unique[index];
        if (!at || samePosition(at, from) || samePosition(at, to)) return [];
        const share = nearestShare(at[0], at[1], from, to, xScale);
        const dx = (from[0] + (to[0] - from[0]) * share - at[0]) * xScale;
        const dy = from[1] + (to[1] - from[1]) * share - at[1];
        return Math.hypot(dx, dy) <= near ? [{ share, at }] : [];
      })
      .sort((a, b) => a.share - b.share)
      .map((corner) => corner.at);
  };
}

function refine(ring: readonly Position[], listOnEdge: ListOnEdge): Position[] {
  const refined = ring.flatMap((to, index) => {
    const from = ring[index - 1];
    return from ? [...listOnEdge(from, to), to] : [to];
  });
  return refined.filter((at, index) => index === 0 || !samePosition(at, refined[index - 1] ?? at));
}

function isRing(ring: readonly Position[]): boolean {
  return ring.length >= 4;
}
