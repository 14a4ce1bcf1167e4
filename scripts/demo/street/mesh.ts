import { at, distance, distanceToSegment, mix, type Point, type Ring } from './plane.ts';
import type { Random } from './random.ts';

/** The bent plan: every ring and road made of the same shared points. */
export interface Mesh {
  /** Fine rings in the order given, bent. */
  rings: Ring[];
  /** The shared points along a straight or broken line of the plan, bent. */
  along(line: readonly Point[]): Point[];
  bend(p: Point): Point;
}

const toleranceMetres = 1e-4;
const stepMetres = 75;

/** A smooth field of small shifts, so that no road is ruled with a ruler. Its slope stays under 0.15: nothing folds over. */
function createBend(random: Random): (p: Point) => Point {
  const phase = Array.from({ length: 6 }, () => random.between(0, Math.PI * 2));
  const wave = (p: Point, i: number, east: number, north: number): number =>
    Math.sin(p[0] / east + p[1] / north + at(phase, i));
  return (p) => [
    p[0] + 17 * wave(p, 0, 480, 330) + 6 * wave(p, 1, -260, 170) + 2 * wave(p, 2, 90, -120),
    p[1] + 17 * wave(p, 3, 330, -520) + 6 * wave(p, 4, 180, 250) + 2 * wave(p, 5, -110, 95),
  ];
}

/** Makes one list of corners: points closer than a tenth of a millimetre are one point. */
function createCorners(rings: readonly Ring[]): { all: Point[]; same(p: Point): Point } {
  const cells = new Map<string, Point[]>();
  const all: Point[] = [];
  const cellOf = (x: number, y: number): string => `${Math.round(x)}:${Math.round(y)}`;
  const same = (p: Point): Point => {
    for (const dx of [-0.5, 0.5]) {
      for (const dy of [-0.5, 0.5]) {
        const found = cells.get(cellOf(p[0] + dx, p[1] + dy))?.find((q) => distance(p, q) < toleranceMetres);
        if (found) return found;
      }
    }
    for (const dx of [-0.5, 0.5]) {
      for (const dy of [-0.5, 0.5]) {
        const key = cellOf(p[0] + dx, p[1] + dy);
        cells.set(key, [...(cells.get(key) ?? []), p]);
      }
    }
    all.push(p);
    return p;
  };
  for (const ring of rings) ring.forEach(same);
  return { all, same };
}

function pointsOn(a: Point, b: Point, points: readonly Point[]): Point[] {
  const length = distance(a, b);
  const east = Math.min(a[0], b[0]) - 1;
  const west = Math.max(a[0], b[0]) + 1;
  return points
    .filter((p) => p[0] > east && p[0] < west && distanceToSegment(p, a, b) < toleranceMetres)
    .map((p) => ({ p, share: distance(a, p) / length }))
    .filter(({ share, p }) => share < 1 && distance(p, a) > toleranceMetres && distance(p, b) > toleranceMetres)
    .sort((one, other) => one.share - other.share)
    .map(({ p }) => p);
}

/** Points between two neighbouring corners; the same from either side, whoever asks. */
function densify(a: Point, b: Point): Point[] {
  const turned = a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  const [start, end] = turned ? [b, a] : [a, b];
  const pieces = Math.round(distance(a, b) / stepMetres);
  const inner = Array.from({ length: Math.max(0, pieces - 1) }, (_, k) => mix(start, end, (k + 1) / pieces));
  return turned ? inner.reverse() : inner;
}

/** Joins the lots of a plan at shared corners and bends the whole. */
export function createMesh(rings: readonly Ring[], random: Random): Mesh {
  const bend = createBend(random);
  const corners = createCorners(rings);
  const fine = (from: Point, to: Point): Point[] => {
    const [a, b] = [corners.same(from), corners.same(to)];
    const stops = [a, ...pointsOn(a, b, corners.all), b];
    return stops.slice(0, -1).flatMap((p, i) => [p, ...densify(p, at(stops, i + 1))]);
  };
  return {
    bend,
    rings: rings.map((ring) => ring.flatMap((p, i) => fine(p, at(ring, i + 1))).map(bend)),
    along: (line) =>
      [...line.slice(0, -1).flatMap((p, i) => fine(p, at(line, i + 1))), corners.same(at(line, -1))].map(bend),
  };
}
