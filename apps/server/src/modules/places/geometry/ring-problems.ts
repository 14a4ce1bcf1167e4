import type { AreaShape, Position } from '@linli/domain';
import Flatbush from 'flatbush';
import { areaM2 } from './area.ts';
import { partsOf, ringsContain, samePosition } from './rings.ts';

export type RingFault =
  | 'too-few-points'
  | 'not-closed'
  | 'out-of-range'
  | 'self-intersection'
  | 'no-area'
  | 'hole-outside';

export type RingProblem = {
  fault: RingFault;
  /** Which polygon of a multi-polygon, and which of its rings (0 = outer), counted from 0. */
  part: number;
  ring: number;
  /** Where to look, in degrees; null when the ring has no usable position. */
  at: Position | null;
};

/**
 * Names what makes a shape unfit to be an area: at most one fault per ring, in reading order. Empty when it is sound.
 * Rings must be closed, have four positions or more, stay inside ±180/±90 degrees and neither cross nor touch
 * themselves (OGC simple features); holes must begin inside their outer ring.
 */
export function findRingProblems(shape: AreaShape): RingProblem[] {
  const problems: RingProblem[] = [];
  partsOf(shape).forEach((rings, part) => {
    if (rings.length === 0) problems.push({ fault: 'too-few-points', part, ring: 0, at: null });
    rings.forEach((ring, index) => {
      const found = findRingFault(ring) ?? (index > 0 ? findHoleFault(rings[0] ?? [], ring) : null);
      if (found) problems.push({ ...found, part, ring: index });
    });
  });
  if (partsOf(shape).length === 0) problems.push({ fault: 'too-few-points', part: 0, ring: 0, at: null });
  return problems;
}

type Found = { fault: RingFault; at: Position | null };

function findRingFault(ring: readonly Position[]): Found | null {
  const first = ring[0];
  const last = ring.at(-1);
  const stray = ring.find(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90));
  if (stray) return { fault: 'out-of-range', at: stray };
  if (!first || !last || ring.length < 4) return { fault: 'too-few-points', at: first ?? null };
  if (!samePosition(first, last)) return { fault: 'not-closed', at: last };
  const simple = ring.filter((at, index) => index === 0 || !samePosition(at, ring[index - 1] ?? first));
  if (simple.length < 4) return { fault: 'too-few-points', at: first };
  const crossing = findSelfContact(simple);
  if (crossing) return { fault: 'self-intersection', at: crossing };
  // 1 cm²: all positions on one line, up to rounding.
  if (areaM2({ type: 'Polygon', coordinates: [simple] }) < 1e-4) return { fault: 'no-area', at: first };
  return null;
}

function findHoleFault(outer: readonly Position[], hole: readonly Position[]): Found | null {
  // A hole may touch the outer ring, so one corner or middle of an edge inside is enough.
  const probes = hole.flatMap((at, index): Position[] => {
    const next = hole[index + 1] ?? at;
    return [at, [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]];
  });
  if (probes.some(([x, y]) => ringsContain([outer], x, y))) return null;
  return { fault: 'hole-outside', at: hole[0] ?? null };
}

/** A place where two edges meet that should not: a crossing, a touch, or an edge running back over itself. */
function findSelfContact(ring: readonly Position[]): Position | null {
  const edges = ring.slice(1).map((to, index) => ({ from: ring[index] ?? to, to }));
  const tree = new Flatbush(edges.length);
  for (const { from, to } of edges) {
    tree.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  }
  tree.finish();
  for (const [index, edge] of edges.entries()) {
    const { from, to } = edge;
    const [minX, minY] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
    const [maxX, maxY] = [Math.max(from[0], to[0]), Math.max(from[1], to[1])];
    const later = tree.search(minX, minY, maxX, maxY, (other) => other > index);
    for (const other of later) {
      const against = edges[other];
      if (!against) continue;
      if (other === index + 1) {
        if (runsBack(from, to, against.to)) return to;
      } else if (index === 0 && other === edges.length - 1) {
        if (runsBack(against.from, against.to, to)) return against.to;
      } else if (edgesMeet(from, to, against.from, against.to)) {
        return meetingPlace(from, to, against.from, against.to);
      }
    }
  }
  return null;
}

function runsBack(a: Position, corner: Position, b: Position): boolean {
  if (turn(a, corner, b) !== 0) return false;
  return (a[0] - corner[0]) * (b[0] - corner[0]) + (a[1] - corner[1]) * (b[1] - corner[1]) > 0;
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function edgesMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && between(a, c, b)) ||
    (abd === 0 && between(a, d, b)) ||
    (cda === 0 && between(c, a, d)) ||
    (cdb === 0 && between(c, b, d))
  );
}

function between(a: Position, p: Position, b: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1])
  );
}

function meetingPlace(a: Position, b: Position, c: Position, d: Position): Position {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return between(a, c, b) ? c : a;
  const share = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  return [a[0] + rx * share, a[1] + ry * share];
}
