import type { AreaShape, Polygon } from '@linli/domain';
import Flatbush from 'flatbush';
import { areaM2 } from './area.ts';
import { intersect, shapeOf, subtract, unite } from './clip.ts';
import { findRingProblems, type RingProblem } from './ring-problems.ts';
import { type Box, boxOf, partsOf } from './rings.ts';

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
  | { kind: 'repeated-id'; id: string; names: [string, string] };

/**
 * Do the children cover the parent, all of it and nothing twice? Pieces under `toleranceM2` square metres are slivers
 * of drawing and are ignored. Children with an invalid ring are named and left out of the rest; gaps and outside
 * pieces are only looked for when every ring is sound, as a gap would otherwise be named where the faulty child lies.
 */
export function checkCoverage(
  parent: AreaShape,
  children: readonly CoverageChild[],
  { toleranceM2 = 1 }: { toleranceM2?: number } = {},
): CoverageProblem[] {
  const invalid = listInvalidRings(parent, children);
  const faulty = new Set(invalid.map((problem) => problem.id));
  const { unique, repeated } = dropRepeated(children.filter((child) => !faulty.has(child.id)));
  const covered = shapeOf(unite(unique.map((child) => child.polygon)));
  const counted = unique.reduce((sum, child) => sum + areaM2(child.polygon), 0);
  // One union tells whether anything is covered twice; pairs are only compared when it is.
  const overlaps = counted - areaM2(covered) < toleranceM2 ? [] : listOverlaps(unique, toleranceM2);
  const sound = [...invalid, ...repeated, ...overlaps];
  if (faulty.size > 0) return sound;
  return [...sound, ...listOutside(parent, covered, unique, toleranceM2), ...listGaps(parent, covered, toleranceM2)];
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
  return children.flatMap((child, at) =>
    index
      .listTouching(boxOf(partsOf(child.polygon).flat()))
      .filter((other) => other > at)
      .sort((a, b) => a - b)
      .flatMap((other): CoverageProblem[] => {
        const against = children[other];
        const shared = against && largestOf(intersect(child.polygon, against.polygon), toleranceM2);
        if (!against || !shared) return [];
        return [{ kind: 'overlap', ids: [child.id, against.id], names: [child.name, against.name], ...shared }];
      }),
  );
}

function listOutside(
  parent: AreaShape,
  covered: AreaShape,
  children: readonly CoverageChild[],
  toleranceM2: number,
): CoverageProblem[] {
  const outside = shapeOf(subtract(covered, [parent]));
  if (areaM2(outside) < toleranceM2) return [];
  return children.flatMap((child): CoverageProblem[] => {
    const own = largestOf(intersect(child.polygon, outside), toleranceM2);
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
