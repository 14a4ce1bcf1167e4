import { closeRing } from './projection.ts';
import type { Polygon, Position } from './types.ts';

const keyOf = (p: Position): string => `${p[0]},${p[1]}`;

/** The outer ring of polygons that share their edges point for point: inner edges cancel out. Throws when they do not form one ring. */
export function outlineOf(polygons: readonly Polygon[]): Polygon {
  const edges = new Map<string, { from: Position; to: Position }>();
  for (const polygon of polygons) {
    const ring = polygon.coordinates[0] ?? [];
    ring.slice(0, -1).forEach((from, i) => {
      const to = ring[i + 1] ?? from;
      if (!edges.delete(`${keyOf(to)}|${keyOf(from)}`)) edges.set(`${keyOf(from)}|${keyOf(to)}`, { from, to });
    });
  }
  const next = new Map([...edges.values()].map(({ from, to }) => [keyOf(from), to]));
  const [start] = edges.values();
  if (!start || next.size !== edges.size) throw new Error('the polygons do not form one simple outline');
  const ring: Position[] = [start.from];
  for (let p = start.to; keyOf(p) !== keyOf(start.from); ) {
    ring.push(p);
    const following = next.get(keyOf(p));
    if (!following || ring.length > edges.size) throw new Error('the outline does not close');
    p = following;
  }
  if (ring.length !== edges.size) throw new Error('the polygons form more than one outline');
  return closeRing(ring);
}
