import type { AreaGeometry } from '@linli/contract';

type Position = [number, number];

/** One change of a ring, as one drag, one new corner or one corner taken away makes it. */
export type BorderStep =
  | { readonly kind: 'moved'; readonly from: Position; readonly to: Position }
  | { readonly kind: 'inserted'; readonly between: readonly [Position, Position]; readonly at: Position }
  | { readonly kind: 'removed'; readonly at: Position };

// About a centimetre: two areas drawn by one survey share corners to the last digit, by two surveys almost.
const SAME_DEGREES = 1e-7;

/** What changed between two closed rings, or null when nothing or more than one corner did. */
export function findBorderStep(before: readonly Position[], after: readonly Position[]): BorderStep | null {
  const old = before.slice(0, -1);
  const now = after.slice(0, -1);
  if (now.length === old.length) {
    const moved = now.flatMap((to, index) => {
      const from = old[index];
      return from === undefined || isSame(from, to) ? [] : [{ kind: 'moved', from, to } as const];
    });
    return moved.length === 1 ? (moved[0] ?? null) : null;
  }
  if (now.length === old.length + 1) {
    const index = now.findIndex((position, at) => !isSame(position, old[at]));
    const at = now[index];
    const [left, right] = [now[(index + now.length - 1) % now.length], now[(index + 1) % now.length]];
    if (at === undefined || left === undefined || right === undefined) return null;
    return { kind: 'inserted', between: [left, right], at };
  }
  if (now.length === old.length - 1) {
    const at = old.find((position, index) => !isSame(position, now[index]));
    return at === undefined ? null : { kind: 'removed', at };
  }
  return null;
}

/** The neighbour's shape after its neighbour's border took this step; the same object where they do not share it. */
export function carryBorder(geometry: AreaGeometry, step: BorderStep): AreaGeometry {
  if (geometry.type === 'Polygon') {
    const coordinates = geometry.coordinates.map((ring) => carryRing(ring, step));
    return isUntouched(coordinates, geometry.coordinates) ? geometry : { type: 'Polygon', coordinates };
  }
  const coordinates = geometry.coordinates.map((polygon) => polygon.map((ring) => carryRing(ring, step)));
  return isUntouched(coordinates.flat(), geometry.coordinates.flat())
    ? geometry
    : { type: 'MultiPolygon', coordinates };
}

function carryRing(ring: Position[], step: BorderStep): Position[] {
  const corners = ring.slice(0, -1);
  const changed = carryCorners(corners, step);
  const first = changed[0];
  // Below a triangle there is no ring left: the neighbour keeps its corner, and the check will name the overlap.
  return changed === corners || first === undefined || changed.length < 3 ? ring : [...changed, first];
}

function carryCorners(corners: Position[], step: BorderStep): Position[] {
  switch (step.kind) {
    case 'moved':
      return corners.some((corner) => isSame(corner, step.from))
        ? corners.map((corner) => (isSame(corner, step.from) ? step.to : corner))
        : corners;
    case 'removed':
      return corners.some((corner) => isSame(corner, step.at))
        ? corners.filter((corner) => !isSame(corner, step.at))
        : corners;
    case 'inserted': {
      const [left, right] = step.between;
      const index = corners.findIndex((corner, at) => {
        const next = corners[(at + 1) % corners.length];
        return (isSame(corner, left) && isSame(next, right)) || (isSame(corner, right) && isSame(next, left));
      });
      return index < 0 ? corners : corners.toSpliced(index + 1, 0, step.at);
    }
  }
}

function isUntouched(after: readonly Position[][], before: readonly Position[][]): boolean {
  return after.every((ring, index) => ring === before[index]);
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return (
    a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) < SAME_DEGREES && Math.abs(a[1] - b[1]) < SAME_DEGREES
  );
}
