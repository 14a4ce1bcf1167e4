import type { AreaShape, Polygon, Position } from '@linli/domain';

export type Box = { minX: number; minY: number; maxX: number; maxY: number };

/** The polygons of a shape, each as its rings: outer first, then holes. */
export function partsOf(shape: AreaShape): Position[][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}

/** A polygon from rings that repeat their first position at the end. */
export function polygonOf(rings: Position[][]): Polygon {
  return { type: 'Polygon', coordinates: rings };
}

/** The smallest upright box, in degrees, around all positions of some rings. */
export function boxOf(rings: readonly (readonly Position[])[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x < box.minX) box.minX = x;
      if (x > box.maxX) box.maxX = x;
      if (y < box.minY) box.minY = y;
      if (y > box.maxY) box.maxY = y;
    }
  }
  return box;
}

/** Visits each edge of a ring that repeats its first position. */
export function eachEdge(
  ring: readonly Position[],
  visit: (from: Position, to: Position, index: number) => void,
): void {
  let from = ring[0];
  for (let index = 1; index < ring.length; index += 1) {
    const to = ring[index];
    if (from && to) visit(from, to, index - 1);
    from = to;
  }
}

export function samePosition(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/**
 * Does a ray to the east from (x, y) cross this edge? Half-open in y, and the crossing is always computed from the
 * lower end, so two neighbours that share an edge never both claim, nor both disclaim, a point on it.
 */
export function rayCrosses(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  if (ay > y === by > y) return false;
  const crossing = ay < by ? ax + ((y - ay) * (bx - ax)) / (by - ay) : bx + ((y - by) * (ax - bx)) / (ay - by);
  return x < crossing;
}

/** Is a point (degrees) in the shape? Holes count; points on an edge belong to one side of it, see {@link rayCrosses}. */
export function containsPoint(shape: AreaShape, x: number, y: number): boolean {
  return partsOf(shape).some((rings) => ringsContain(rings, x, y));
}

export function ringsContain(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    eachEdge(ring, (a, b) => {
      if (rayCrosses(x, y, a[0], a[1], b[0], b[1])) inside = !inside;
    });
  }
  return inside;
}

/** Share of the way along a–b (0 to 1) that is nearest to (x, y), with the east–west scale given. */
export function nearestShare(x: number, y: number, a: Position, b: Position, xScale: number): number {
  const dx = (b[0] - a[0]) * xScale;
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return 0;
  const share = ((x - a[0]) * xScale * dx + (y - a[1]) * dy) / length2;
  return Math.min(1, Math.max(0, share));
}
