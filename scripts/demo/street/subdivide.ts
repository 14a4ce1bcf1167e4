import { type Cut, cutRing, lineLeaving } from './cut.ts';
import { at, compactness, distance, interiorAngles, type Point, perimeter, type Ring, ringArea } from './plane.ts';
import type { Random } from './random.ts';

export type RoadRank = 'main' | 'area' | 'micro';
/** A street laid by one cut. */
export interface Road {
  from: Point;
  to: Point;
  rank: RoadRank;
  name?: string;
}
/** The growing plan: every corner and every street laid so far. */
export interface Plan {
  random: Random;
  nodes: Point[];
  roads: Road[];
}
/** A part of the land with what it is for. */
export interface Lot<T> {
  item: T;
  ring: Ring;
}
export interface Wish<T> {
  item: T;
  weight: number;
}

const minimumCornerDegrees = 48;
const snapMetres = 24;
// Nearer corners would fall together when coordinates are rounded.
const leastSnapMetres = 4;

/** Bends of more than 25 degrees. */
export function countCorners(ring: Ring): number {
  return interiorAngles(ring).filter((angle) => angle < 155).length;
}

/** How much a part looks like a city block: compact, four corners or more, none sharp. */
function shapeScore(ring: Ring): number {
  const corners = countCorners(ring);
  const sharpest = Math.min(...interiorAngles(ring));
  return compactness(ring) - (corners < 4 ? 0.9 : 0) - Math.max(0, minimumCornerDegrees - sharpest) / 40;
}

function directions(ring: Ring, random: Random): number[] {
  const long = perimeter(ring) / 14;
  const found = ring.flatMap((p, i) => {
    const q = at(ring, i + 1);
    if (distance(p, q) < long) return [];
    const angle = Math.atan2(q[1] - p[1], q[0] - p[0]);
    return [angle, angle + Math.PI / 2];
  });
  return found.flatMap((angle) => [angle, angle + random.between(-0.09, 0.09)]);
}

function bestCut(ring: Ring, share: number, plan: Plan): Cut {
  let best: Cut | undefined;
  let bestScore = -Infinity;
  for (const angle of directions(ring, plan.random)) {
    for (const turned of [angle, angle + Math.PI]) {
      const line = lineLeaving(ring, turned, share);
      for (const tolerance of [snapMetres, leastSnapMetres]) {
        const cut = cutRing(ring, line, plan.nodes, tolerance);
        if (!cut) continue;
        const drift = Math.abs(ringArea(cut.left) / ringArea(ring) / share - 1);
        const [a, b] = [shapeScore(cut.left), shapeScore(cut.right)];
        const score =
          Math.min(a, b) * 1.5 +
          Math.max(a, b) * 0.5 -
          drift * 1.2 +
          (tolerance === snapMetres ? 0.06 : 0) +
          plan.random.next() * 0.04;
        if (score > bestScore) {
          bestScore = score;
          best = cut;
        }
      }
    }
  }
  if (!best) throw new Error('no straight cut divides this ring');
  return best;
}

/** Lays one street through the ring. */
export function layRoad(plan: Plan, cut: Cut, rank: RoadRank, name?: string): void {
  plan.nodes.push(cut.from, cut.to);
  plan.roads.push(
    name === undefined ? { from: cut.from, to: cut.to, rank } : { from: cut.from, to: cut.to, rank, name },
  );
}

const attempts = 8;

/** Divides a ring among wishes by weight, neighbours in the list staying neighbours on the ground. Tries again while a part is a triangle. */
export function divide<T>(ring: Ring, wishes: readonly Wish<T>[], rank: RoadRank, plan: Plan): Lot<T>[] {
  for (let attempt = 1; ; attempt++) {
    const [nodes, roads] = [plan.nodes.length, plan.roads.length];
    const lots = divideOnce(ring, wishes, rank, plan);
    if (attempt === attempts || lots.every((lot) => countCorners(lot.ring) >= 4)) return lots;
    plan.nodes.length = nodes;
    plan.roads.length = roads;
  }
}

function divideOnce<T>(ring: Ring, wishes: readonly Wish<T>[], rank: RoadRank, plan: Plan): Lot<T>[] {
  const [first] = wishes;
  if (!first) return [];
  if (wishes.length === 1) return [{ item: first.item, ring }];
  const half = Math.floor(wishes.length / 2) + (wishes.length % 2 === 1 && plan.random.chance(0.5) ? 1 : 0);
  const weight = (part: readonly Wish<T>[]): number => part.reduce((sum, wish) => sum + wish.weight, 0);
  const share = weight(wishes.slice(0, half)) / weight(wishes);
  const cut = bestCut(ring, share, plan);
  layRoad(plan, cut, rank);
  return [
    ...divideOnce(cut.left, wishes.slice(0, half), rank, plan),
    ...divideOnce(cut.right, wishes.slice(half), rank, plan),
  ];
}
