import type { CoverageProblem as ProblemView } from '@linli/contract';
import type { AreaShape } from '@linli/domain';
import type { z } from 'zod';
import { areaM2 } from './geometry/area.ts';
import { orNullIfFailed, subtract } from './geometry/clip.ts';
import { type CoverageProblem, checkCoverage } from './geometry/coverage.ts';
import { boxOf, partsOf, polygonOf } from './geometry/rings.ts';

export interface ChildShape {
  id: string;
  level: number;
  name: string;
  geometry: AreaShape | null;
}
export type Problem = z.infer<typeof ProblemView>;

const toleranceM2 = 1;

/** What is wrong among the children of a parent. Children without a shape do not count. */
export function checkChildren(parent: AreaShape | null, children: readonly ChildShape[]): CoverageProblem[] {
  const drawn = children.flatMap(({ id, name, geometry }) => (geometry ? [{ id, name, polygon: geometry }] : []));
  if (drawn.length === 0) return [];
  if (parent) return checkCoverage(parent, drawn, { toleranceM2 });
  // Without a parent's shape there is no ground to leave gaps on: only what children do to each other can be told.
  const { minX, minY, maxX, maxY } = boxOf(drawn.flatMap((child) => partsOf(child.polygon).flat()));
  const around = polygonOf([
    [
      [minX, minY],
      [maxX, minY],
      [maxX, maxY],
      [minX, maxY],
      [minX, minY],
    ],
  ]);
  return checkCoverage(around, drawn, { toleranceM2 }).filter((problem) => idsOf(problem).length > 0);
}

/**
 * The problems that a change brings or makes larger. What was wrong before and is not worse now does not hold a change up:
 * otherwise one old fault would block every repair beside it.
 */
export function findCausedProblems(call: {
  parent: AreaShape | null;
  before: readonly ChildShape[];
  after: readonly ChildShape[];
  changedIds: ReadonlySet<string>;
}): Problem[] {
  const { parent, before, after, changedIds } = call;
  const now = checkChildren(parent, after);
  if (now.length === 0) return [];
  const old = checkChildren(parent, before);
  return describeProblems(
    now.filter((problem) => isWorse(problem, old, changedIds)),
    after,
  );
}

function isWorse(problem: CoverageProblem, old: readonly CoverageProblem[], changedIds: ReadonlySet<string>): boolean {
  switch (problem.kind) {
    case 'invalid-ring':
      return problem.id !== null && changedIds.has(problem.id);
    case 'repeated-id':
      return false;
    case 'unchecked':
      return !old.some((other) => other.kind === 'unchecked');
    case 'overlap':
    case 'outside-parent': {
      const same = old.find((other) => other.kind === problem.kind && idsOf(other).join() === idsOf(problem).join());
      const sizeBefore = same && 'areaM2' in same ? same.areaM2 : 0;
      return problem.areaM2 > sizeBefore + toleranceM2;
    }
    case 'gap': {
      const gaps = old.flatMap((other) => (other.kind === 'gap' ? [other.polygon] : []));
      const fresh = orNullIfFailed(() => subtract(problem.polygon, gaps));
      return !fresh || fresh.some((piece) => areaM2(piece) >= toleranceM2);
    }
  }
}

function idsOf(problem: CoverageProblem): string[] {
  if ('ids' in problem) return [...problem.ids].sort();
  return 'id' in problem && problem.id !== null ? [problem.id] : [];
}

/** Problems as the contract tells them, with the areas they are about. */
export function describeProblems(problems: readonly CoverageProblem[], children: readonly ChildShape[]): Problem[] {
  const kinds = {
    overlap: 'overlap',
    gap: 'gap',
    'outside-parent': 'outside',
    'invalid-ring': 'invalid',
    'repeated-id': 'invalid',
    unchecked: 'invalid',
  } as const;
  const byId = new Map(children.map((child) => [child.id, child]));
  return problems.map((problem) => ({
    kind: kinds[problem.kind],
    areas: idsOf(problem)
      .flatMap((id) => byId.get(id) ?? [])
      .map(toRef),
    areaM2: 'areaM2' in problem ? problem.areaM2 : 0,
    geometry: geometryOf(problem),
  }));
}

function geometryOf(problem: CoverageProblem): unknown {
  if ('polygon' in problem) return problem.polygon;
  return 'at' in problem && problem.at ? { type: 'Point', coordinates: problem.at } : null;
}

function toRef({ id, level, name }: ChildShape): Problem['areas'][number] {
  return { id, level, name };
}
