/** Plane geometry in metres, x east and y north of the street's centre. Rings are open and counter-clockwise. */
export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

/** Reads a list cyclically; throws on an empty list. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[((index % list.length) + list.length) % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}

/** Signed area in m², positive when counter-clockwise. */
export function ringArea(ring: Ring): number {
  let doubled = 0;
  ring.forEach((p, i) => {
    const q = at(ring, i + 1);
    doubled += p[0] * q[1] - q[0] * p[1];
  });
  return doubled / 2;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function perimeter(ring: Ring): number {
  return ring.reduce((sum, p, i) => sum + distance(p, at(ring, i + 1)), 0);
}

/** 1 for a circle, 0.785 for a square, near 0 for a sliver. */
export function compactness(ring: Ring): number {
  return (4 * Math.PI * Math.abs(ringArea(ring))) / perimeter(ring) ** 2;
}

export function centroid(ring: Ring): Point {
  let x = 0;
  let y = 0;
  ring.forEach((p, i) => {
    const q = at(ring, i + 1);
    const cross = p[0] * q[1] - q[0] * p[1];
    x += (p[0] + q[0]) * cross;
    y += (p[1] + q[1]) * cross;
  });
  const factor = 6 * ringArea(ring);
  return [x / factor, y / factor];
}

export function mix(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

export function rotate(p: Point, angle: number): Point {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [p[0] * c - p[1] * s, p[0] * s + p[1] * c];
}

export function contains(ring: Ring, p: Point): boolean {
  let inside = false;
  ring.forEach((a, i) => {
    const b = at(ring, i + 1);
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
}

/** Distance from p to the segment a–b. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const length = distance(a, b);
  if (length === 0) return distance(p, a);
  const share = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length ** 2;
  return distance(p, mix(a, b, Math.min(1, Math.max(0, share))));
}

export function distanceToRing(p: Point, ring: Ring): number {
  return ring.reduce((least, a, i) => Math.min(least, distanceToSegment(p, a, at(ring, i + 1))), Infinity);
}

/** Interior angles in degrees, one per vertex. */
export function interiorAngles(ring: Ring): number[] {
  return ring.map((p, i) => {
    const before = at(ring, i - 1);
    const after = at(ring, i + 1);
    const turn = Math.atan2(before[1] - p[1], before[0] - p[0]) - Math.atan2(after[1] - p[1], after[0] - p[0]);
    return ((((turn * 180) / Math.PI) % 360) + 360) % 360;
  });
}

function sideOf(a: Point, b: Point, p: Point): number {
  return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
}

/** No two edges cross or touch except neighbours at their common vertex. Quadratic: meant for rings of tens of vertices. */
export function isSimple(ring: Ring): boolean {
  for (let i = 0; i < ring.length; i++) {
    for (let j = i + 2; j < ring.length; j++) {
      if (i === 0 && j === ring.length - 1) continue;
      const [a, b, c, d] = [at(ring, i), at(ring, i + 1), at(ring, j), at(ring, j + 1)];
      if (sideOf(a, b, c) * sideOf(a, b, d) <= 0 && sideOf(c, d, a) * sideOf(c, d, b) <= 0) return false;
    }
  }
  return true;
}
