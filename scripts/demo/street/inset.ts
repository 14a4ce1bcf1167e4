import { at, contains, distance, type Point, type Ring, ringArea } from './plane.ts';

function offsetCorner(before: Point, p: Point, after: Point, first: number, second: number): Point {
  const one = distance(before, p);
  const two = distance(p, after);
  const u: Point = [(p[0] - before[0]) / one, (p[1] - before[1]) / one];
  const v: Point = [(after[0] - p[0]) / two, (after[1] - p[1]) / two];
  const turn = u[0] * v[1] - u[1] * v[0];
  const left: Point = [p[0] - u[1] * first, p[1] + u[0] * first];
  // Nearly straight: both offset lines run side by side, so step across them by their mean.
  if (Math.abs(turn) < 0.2) {
    const depth = (first + second) / 2;
    return [p[0] - ((u[1] + v[1]) / 2) * depth, p[1] + ((u[0] + v[0]) / 2) * depth];
  }
  const right: Point = [p[0] - v[1] * second, p[1] + v[0] * second];
  const along = ((right[0] - left[0]) * v[1] - (right[1] - left[1]) * v[0]) / turn;
  return [left[0] + u[0] * along, left[1] + u[1] * along];
}

/**
 * The ring moved inwards by a depth in metres per edge; undefined when nothing sensible remains.
 * Good for block-shaped rings and depths well under half their width.
 */
export function insetRing(ring: Ring, depthOf: (edge: number) => number): Ring | undefined {
  const moved = ring.map((p, i) =>
    offsetCorner(at(ring, i - 1), p, at(ring, i + 1), depthOf((i - 1 + ring.length) % ring.length), depthOf(i)),
  );
  const inside = moved.filter((p) => contains(ring, p));
  return inside.length >= 4 && ringArea(inside) > 400 ? inside : undefined;
}
