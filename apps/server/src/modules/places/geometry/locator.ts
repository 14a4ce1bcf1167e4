import type { AreaShape } from '@linli/domain';
import Flatbush from 'flatbush';
import { metresPerDegree } from './area.ts';
import { boxOf, nearestShare, partsOf, rayCrosses } from './rings.ts';

export type Located = { id: string; metres: number };

export type Locator = {
  /** The area a point (degrees, WGS-84) lies in. A point on a shared edge or corner belongs to exactly one area. */
  locate(lng: number, lat: number): string | null;
  /** The area a point lies in (0 metres), else the nearest one within so many metres of its edge. */
  locateNear(lng: number, lat: number, maxMetres: number): Located | null;
};

// 0.1 mm: a point on the outer edge, or on an edge whose neighbour has one corner more, misses by rounding only.
const touchDegrees = 1e-9;

/**
 * Builds an in-memory index from areas to answer in microseconds which area a point lies in.
 * The answer does not depend on the order of the areas; where areas overlap the smallest id wins.
 */
export function buildLocator(areas: readonly { id: string; polygon: AreaShape }[]): Locator {
  const sorted = [...areas].sort((a, b) => compareIds(a.id, b.id));
  const ids = sorted.map((area) => area.id);
  const flat = flatten(sorted.map((area) => area.polygon));
  const none = ids.length;
  if (flat.owners.length === 0) return { locate: () => null, locateNear: () => null };

  const tree = new Flatbush(flat.owners.length);
  for (const box of flat.boxes) tree.add(box.minX, box.minY, box.maxX, box.maxY);
  tree.finish();

  // One filter for all searches: no array and no closure is made per point.
  const probe = { x: 0, y: 0, owner: none };
  const keepSmallest = (part: number): boolean => {
    const owner = flat.owners[part] ?? none;
    if (owner < probe.owner && partContains(flat, part, probe.x, probe.y)) probe.owner = owner;
    return false;
  };

  function locateOwner(lng: number, lat: number): number {
    probe.x = lng;
    probe.y = lat;
    probe.owner = none;
    tree.search(lng, lat, lng, lat, keepSmallest);
    return probe.owner;
  }

  function nearest(lng: number, lat: number, maxDegrees: number): { owner: number; degrees: number } {
    const scale = metresPerDegree(lat);
    const xScale = Math.max(0.01, scale.lng / scale.lat);
    const reach = maxDegrees / xScale;
    const best = { owner: none, degrees: maxDegrees };
    tree.search(lng - reach, lat - maxDegrees, lng + reach, lat + maxDegrees, (part) => {
      const owner = flat.owners[part] ?? none;
      const degrees = distanceToPart(flat, part, lng, lat, xScale);
      if (degrees < best.degrees || (degrees === best.degrees && owner < best.owner))
        Object.assign(best, { owner, degrees });
      return false;
    });
    return best;
  }

  function locate(lng: number, lat: number): string | null {
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return null;
    const owner = locateOwner(lng, lat);
    if (owner !== none) return ids[owner] ?? null;
    return ids[nearest(lng, lat, touchDegrees).owner] ?? null;
  }

  function locateNear(lng: number, lat: number, maxMetres: number): Located | null {
    const id = locate(lng, lat);
    if (id !== null) return { id, metres: 0 };
    if (!Number.isFinite(lng) || !Number.isFinite(lat) || !(maxMetres > 0)) return null;
    const metresPerLat = metresPerDegree(lat).lat;
    const found = nearest(lng, lat, maxMetres / metresPerLat);
    const near = ids[found.owner];
    return near === undefined ? null : { id: near, metres: found.degrees * metresPerLat };
  }

  return { locate, locateNear };
}

type FlatAreas = {
  /** x, y of every ring one after the other. */
  xy: Float64Array;
  /** First and one-past-last number of each ring in xy. */
  ringFrom: Uint32Array;
  /** First and one-past-last ring of each part. */
  partFrom: Uint32Array;
  /** The area each part belongs to. */
  owners: Uint32Array;
  boxes: { minX: number; minY: number; maxX: number; maxY: number }[];
};

function flatten(shapes: readonly AreaShape[]): FlatAreas {
  const parts = shapes.flatMap((shape, owner) => partsOf(shape).map((rings) => ({ owner, rings })));
  const drawn = parts.filter((part) => part.rings.some((ring) => ring.length > 0));
  const rings = drawn.flatMap((part) => part.rings);
  const xy = new Float64Array(rings.reduce((sum, ring) => sum + ring.length * 2, 0));
  const ringFrom = new Uint32Array(rings.length + 1);
  const partFrom = new Uint32Array(drawn.length + 1);
  let at = 0;
  rings.forEach((ring, index) => {
    for (const [x, y] of ring) {
      xy[at] = x;
      xy[at + 1] = y;
      at += 2;
    }
    ringFrom[index + 1] = at;
  });
  drawn.forEach((part, index) => {
    partFrom[index + 1] = (partFrom[index] ?? 0) + part.rings.length;
  });
  const owners = Uint32Array.from(drawn, (part) => part.owner);
  return { xy, ringFrom, partFrom, owners, boxes: drawn.map((part) => boxOf(part.rings)) };
}

// The ?? 0 below never act (indexes stay inside the arrays); they cost nothing and keep the types honest.
function partContains(flat: FlatAreas, part: number, x: number, y: number): boolean {
  const { xy, ringFrom, partFrom } = flat;
  const lastRing = partFrom[part + 1] ?? 0;
  let inside = false;
  for (let ring = partFrom[part] ?? 0; ring < lastRing; ring += 1) {
    const end = ringFrom[ring + 1] ?? 0;
    let at = ringFrom[ring] ?? 0;
    let ax = xy[at] ?? 0;
    let ay = xy[at + 1] ?? 0;
    for (at += 2; at < end; at += 2) {
      const bx = xy[at] ?? 0;
      const by = xy[at + 1] ?? 0;
      if (ay > y !== by > y && rayCrosses(x, y, ax, ay, bx, by)) inside = !inside;
      ax = bx;
      ay = by;
    }
  }
  return inside;
}

/** Distance to the nearest edge of a part, in degrees of latitude. */
function distanceToPart(flat: FlatAreas, part: number, x: number, y: number, xScale: number): number {
  const { xy, ringFrom, partFrom } = flat;
  const lastRing = partFrom[part + 1] ?? 0;
  let best = Infinity;
  for (let ring = partFrom[part] ?? 0; ring < lastRing; ring += 1) {
    const end = ringFrom[ring + 1] ?? 0;
    for (let at = ringFrom[ring] ?? 0; at + 3 < end; at += 2) {
      const a: [number, number] = [xy[at] ?? 0, xy[at + 1] ?? 0];
      const b: [number, number] = [xy[at + 2] ?? 0, xy[at + 3] ?? 0];
      const share = nearestShare(x, y, a, b, xScale);
      const dx = (a[0] + (b[0] - a[0]) * share - x) * xScale;
      const dy = a[1] + (b[1] - a[1]) * share - y;
      best = Math.min(best, Math.hypot(dx, dy));
    }
  }
  return best;
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
