import { at, contains, distance, type Point, type Ring, ringArea, rotate } from './plane.ts';
import type { Random } from './random.ts';

/** Width runs along the row, depth across it; metres. */
export interface MassShape {
  width: number;
  depth: number;
  /** Free ground to the next mass in the row and to the next row. */
  gap: number;
  rowGap: number;
}
export interface Mass {
  ring: Ring;
  centre: Point;
  shape: MassShape;
}

/** Direction of the block's long side that runs most east–west: Shanghai houses look south. */
export function rowAngle(ring: Ring): number {
  let best = 0;
  let most = 0;
  const weights = new Map<number, number>();
  ring.forEach((p, i) => {
    const q = at(ring, i + 1);
    const raw = Math.atan2(q[1] - p[1], q[0] - p[0]);
    const angle = Math.atan(Math.tan(raw));
    if (Math.abs(angle) > Math.PI / 4) return;
    const bucket = Math.round(angle / 0.12);
    const weight = (weights.get(bucket) ?? 0) + distance(p, q);
    weights.set(bucket, weight);
    if (weight > most) {
      most = weight;
      best = angle;
    }
  });
  return best;
}

/** A rectangle around a centre, turned by an angle. */
export function rectangle(centre: Point, width: number, depth: number, angle: number): Ring {
  const corners: Point[] = [
    [-width / 2, -depth / 2],
    [width / 2, -depth / 2],
    [width / 2, depth / 2],
    [-width / 2, depth / 2],
  ];
  return corners.map((corner) => {
    const [x, y] = rotate(corner, angle);
    return [centre[0] + x, centre[1] + y];
  });
}

function fits(ground: Ring, mass: Ring): boolean {
  return mass.every((p, i) => {
    const q = at(mass, i + 1);
    return contains(ground, p) && contains(ground, [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]);
  });
}

/** Fills the ground with rows of masses, none overlapping, all inside. Rows follow the block, gaps vary a little. */
export function fillRows(ground: Ring, shapes: readonly MassShape[], random: Random): Mass[] {
  const angle = rowAngle(ground);
  const turned = ground.map((p) => rotate(p, -angle));
  const xs = turned.map((p) => p[0]);
  const ys = turned.map((p) => p[1]);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const masses: Mass[] = [];
  let y = bottom;
  while (y < top) {
    const shape = random.pick(shapes);
    let x = left + random.between(0, 3);
    let placed = false;
    while (x + shape.width <= right + 1) {
      const middle = rotate([x + shape.width / 2, y + shape.depth / 2], angle);
      const ring = rectangle(middle, shape.width, shape.depth, angle);
      if (fits(ground, ring)) {
        masses.push({ ring, centre: middle, shape });
        x += shape.width + shape.gap * random.between(0.9, 1.4);
        placed = true;
      } else x += 4;
    }
    y += placed ? shape.depth + shape.rowGap * random.between(0.95, 1.15) : 4;
  }
  return masses;
}

/** Share of the ground that is built on. */
export function coverage(ground: Ring, masses: readonly Mass[]): number {
  return masses.reduce((sum, mass) => sum + ringArea(mass.ring), 0) / ringArea(ground);
}
