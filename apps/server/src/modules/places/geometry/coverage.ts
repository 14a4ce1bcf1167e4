import type { AreaShape, Polygon } from '@linli/domain';
import Flatbush from 'flatbush';
import { areaM2 } from './area.ts';
import { intersect, orNullIfFailed, shapeOf, subtract, unite } from './clip.ts';
import { findRingProblems, type RingProblem } from './ring-problems.ts';
import { type Box, boxOf, partsOf } from './rings.ts';
import { shareCorners } from './shared-corners.ts';

export type CoverageChild = { id: string; name: string; polygon: AreaShape };

export type CoverageProblem =
  /** Two children cover the same ground. `areaM2` is all of it, `polygon` its largest piece. */
  | { kind: 'overlap'; ids: [string, string]; names: [string, string]; areaM2: number; polygon: Polygon }
  /** Ground of the parent that no child covers, one problem per piece. */
  | { kind: 'gap'; areaM2: number; polygon: Polygon }
  /** A child reaches out of the parent. `areaM2` is all of it, `polygon` its largest piece. */
  | { kind: 'outside-parent'; id: string; name: string; areaM2: number; polygon: Polygon }
  /** A ring that cannot be drawn; `id` null means the parent's. */
  | ({ kind: 'invalid-ring'; id: string | null; name: string | null } & RingProblem)
  /** Two children carry the same id; the second is left out of the check. */
  | { kind: 'repeated-id'; id: string; names: [string, string] }
  /** Some pieces could not be computed: the edges of neighbours cross too often. Mend the overlaps first. */
  | { kind: 'unchecked' };

// Nobody mends more than this at once; a drawing that bad is to be drawn again.
const mostOverlaps = 100;

/**
 * Do the children cover the parent, all of it and nothing twice? Pieces under `toleranceM2` square metres are slivers
 * of drawing and are ignored; of overlaps the first hundred are named. Children with an invalid ring are named and
 * left out of the rest; gaps and outside pieces are only looked for when every ring is sound, as a gap would otherwise
 * be named where the faulty child lies.
 */
export function checkCoverage(
  parent: AreaShape,
  children: readonly CoverageChild[],
  { toleranceM2 = 1 }: { toleranceM2?: number } = {},
): CoverageProblem[] {
  const invalid = listInvalidRings(parent, children);
  const faulty = new Set(invalid.map((problem) => problem.id));
  const { unique, repeated } = dropRepeated(children.filter((child) => !faulty.has(child.id)));
  const shapes = shareCorners([...unique.map((child) => child.polygon), ...(faulty.size === 0 ? [parent] : [])]);
  const drawn = unique.map((child, index) => ({ ...child, polygon: shapes[index] ?? child.polygon }));
  const covered = orNullIfFailed(() => shapeOf(unite(drawn.map((child) => child.polygon))));
  const counted = drawn.reduce((sum, child) => sum + areaM2(child.polygon), 0);
  // One union tells whether anything is covered twice; pairs are only compared when it is.
  const overlaps = covered && counted - areaM2(covered) < toleranceM2 ? [] : listOverlaps(drawn, toleranceM2);
  const inside = [...invalid, ...repeated, ...overlaps];
  const ground = shapes[drawn.length];
  if (!ground) return inside;
  const edge = covered && orNullIfFailed(() => listAgainstParent(ground, covered, drawn, toleranceM2));
  return [...inside, ...(edge ?? [{ kind: 'unchecked' as const }])];
}

function listAgainstParent(
  parent: AreaShape,
  covered: AreaShape,
  children: readonly CoverageChild[],
  toleranceM2: number,
): CoverageProblem[] {
  return [...listOutside(parent, covered, children, toleranceM2), ...listGaps(parent, covered, toleranceM2)];
}

type InvalidRing = Extract<CoverageProblem, { kind: 'invalid-ring' }>;

function listInvalidRings(parent: AreaShape, children: readonly CoverageChild[]): InvalidRing[] {
  const named = (id: string | null, name: string | null, shape: AreaShape): InvalidRing[] =>
    findRingProblems(shape).map((problem) => ({ kind: 'invalid-ring', id, name, ...problem }));
  return [...named(null, null, parent), ...children.flatMap((child) => named(child.id, child.name, child.polygon))];
}

function dropRepeated(children: readonly CoverageChild[]): { unique: CoverageChild[]; repeated: CoverageProblem[] } {
  const byId = new Map<string, CoverageChild>();
  const repeated: CoverageProblem[] = [];
  for (const child of children) {
    const first = byId.get(child.id);
    if (first) repeated.push({ kind: 'repeated-id', id: child.id, names: [first.name, child.name] });
    else byId.set(child.id, child);
  }
  return { unique: [...byId.values()], repeated };
}

function listOverlaps(children: readonly CoverageChild[], toleranceM2: number): CoverageProblem[] {
  const index = indexBoxes(children);
  const overlaps: CoverageProblem[] = [];
  for (const [at, child] of children.entries()) {
    const touching = index.listTouching(boxOf(partsOf(child.polygon).flat())).filter((other) => other > at);
    for (const other of touching.sort((a, b) => a - b)) {
      const against = children[other];
      if (!against) continue;
      const pieces = orNullIfFailed(() => intersect(child.polygon, against.polygon));
      if (!pieces) overlaps.push({ kind: 'unchecked' });
      const shared = pieces && largestOf(pieces, toleranceM2);
      if (!shared) continue;
      overlaps.push({ kind: 'overlap', ids: [child.id, against.id], names: [child.name, against.name], ...shared });
      if (overlaps.length === mostOverlaps) return overlaps;
    }
  }
  return overlaps;
}

function listOutside(
  parent: AreaShape,
  covered: AreaShape,
  children: readonly CoverageChild[],
  toleranceM2: number,
): CoverageProblem[] {
  const outside = subtract(covered, [parent]);
  if (areaM2(shapeOf(outside)) < toleranceM2) return [];
  return children.flatMap((child): CoverageProblem[] => {
    const box = boxOf(partsOf(child.polygon).flat());
    const near = outside.filter((piece) => boxesTouch(box, boxOf(piece.coordinates)));
    const own = largestOf(intersect(child.polygon, shapeOf(near)), toleranceM2);
    return own ? [{ kind: 'outside-parent', id: child.id, name: child.name, ...own }] : [];
  });
}

function listGaps(parent: AreaShape, covered: AreaShape, toleranceM2: number): CoverageProblem[] {
  return subtract(parent, [covered])
    .map((polygon): CoverageProblem & { kind: 'gap' } => ({ kind: 'gap', areaM2: areaM2(polygon), polygon }))
    .filter((gap) => gap.areaM2 >= toleranceM2)
    .sort((a, b) => b.areaM2 - a.areaM2);
}

/** The whole area of some pieces and the largest of them, or null when together they stay under the tolerance. */
function largestOf(pieces: readonly Polygon[], toleranceM2: number): { areaM2: number; polygon: Polygon } | null {
  const measured = pieces.map((polygon) => ({ areaM2: areaM2(polygon), polygon }));
  const [largest] = measured.sort((a, b) => b.areaM2 - a.areaM2);
  const total = measured.reduce((sum, piece) => sum + piece.areaM2, 0);
  return largest && total >= toleranceM2 ? { areaM2: total, polygon: largest.polygon } : null;
}

function boxesTouch(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

function indexBoxes(children: readonly CoverageChild[]): { listTouching(box: Box): number[] } {
  const tree = new Flatbush(Math.max(1, children.length));
  for (const child of children) {
    const box = boxOf(partsOf(child.polygon).flat());
    tree.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  if (children.length === 0) tree.add(0, 0, 0, 0);
  tree.finish();
  return { listTouching: (box) => tree.search(box.minX, box.minY, box.maxX, box.maxY) };
}
