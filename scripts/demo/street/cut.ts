import { at, distance, distanceToSegment, isSimple, mix, type Point, type Ring, ringArea } from './plane.ts';

/** A straight line through a point, direction in radians from east. */
export interface Line {
  through: Point;
  angle: number;
}
/** Left part, right part (seen along the line) and the chord between them. */
export interface Cut {
  left: Ring;
  right: Ring;
  from: Point;
  to: Point;
}

/** Signed distance from the line, positive on its left. */
function offsetFrom(line: Line, p: Point): number {
  return (p[1] - line.through[1]) * Math.cos(line.angle) - (p[0] - line.through[0]) * Math.sin(line.angle);
}

interface Hit {
  point: Point;
  edge: number;
}

function withoutRepeats(points: readonly Point[]): Ring {
  return points.filter((p, i) => distance(p, at(points, i + 1)) > 1e-9);
}

function between(ring: Ring, from: Hit, to: Hit): Ring {
  const steps = (((to.edge - from.edge) % ring.length) + ring.length) % ring.length;
  const middle = Array.from({ length: steps }, (_, k) => at(ring, from.edge + 1 + k));
  return withoutRepeats([from.point, ...middle, to.point]);
}

/** The nearest node on the hit edge, so that streets meet at crossings instead of beside them. */
function snap(ring: Ring, hit: Hit, nodes: readonly Point[], tolerance: number): Hit {
  const a = at(ring, hit.edge);
  const b = at(ring, hit.edge + 1);
  let best = hit;
  let least = tolerance;
  for (const node of [a, b, ...nodes]) {
    const away = distance(node, hit.point);
    if (away < least && distanceToSegment(node, a, b) < 1e-6) {
      least = away;
      best = { point: node, edge: hit.edge };
    }
  }
  return best;
}

/** Splits a ring by a line that crosses it exactly twice; undefined when it does not or the parts would be broken. */
export function cutRing(ring: Ring, line: Line, nodes: readonly Point[], tolerance: number): Cut | undefined {
  const offsets = ring.map((p) => offsetFrom(line, p));
  const rising: Hit[] = [];
  const falling: Hit[] = [];
  ring.forEach((a, edge) => {
    const d = at(offsets, edge);
    const e = at(offsets, edge + 1);
    if (d > 0 === e > 0) return;
    const hit = snap(ring, { point: mix(a, at(ring, edge + 1), d / (d - e)), edge }, nodes, tolerance);
    (e > 0 ? rising : falling).push(hit);
  });
  const [up, down] = [rising[0], falling[0]];
  if (!up || !down || rising.length > 1 || falling.length > 1) return undefined;
  const left = between(ring, up, down);
  const right = between(ring, down, up);
  if (left.length < 3 || right.length < 3 || ringArea(left) <= 0 || ringArea(right) <= 0) return undefined;
  if (!isSimple(left) || !isSimple(right)) return undefined;
  return { left, right, from: down.point, to: up.point };
}

function areaLeftOf(ring: Ring, line: Line): number {
  const kept: Point[] = [];
  ring.forEach((a, i) => {
    const b = at(ring, i + 1);
    const d = offsetFrom(line, a);
    const e = offsetFrom(line, b);
    if (d >= 0) kept.push(a);
    if (d >= 0 !== e >= 0) kept.push(mix(a, b, d / (d - e)));
  });
  return kept.length < 3 ? 0 : ringArea(kept);
}

/** The line of this direction that leaves `share` of the ring's area on its left. */
export function lineLeaving(ring: Ring, angle: number, share: number): Line {
  const normal: Point = [-Math.sin(angle), Math.cos(angle)];
  const origin: Line = { through: [0, 0], angle };
  const offsets = ring.map((p) => offsetFrom(origin, p));
  let low = Math.min(...offsets);
  let high = Math.max(...offsets);
  const wanted = share * ringArea(ring);
  const lineAt = (offset: number): Line => ({ through: [normal[0] * offset, normal[1] * offset], angle });
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (areaLeftOf(ring, lineAt(middle)) > wanted) low = middle;
    else high = middle;
  }
  return lineAt((low + high) / 2);
}
