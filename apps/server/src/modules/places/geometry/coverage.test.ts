import type { AreaShape, Polygon, Position } from '@linli/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaM2, metresPerDegree } from './area.ts';
import { type CoverageProblem, checkCoverage } from './coverage.ts';
import { buildJitteredLattice, latticeOutline } from './jittered-lattice.ts';

const scale = metresPerDegree(31.2);
/** An upright rectangle in metres east and north of a spot in Shanghai. */
const box = (west: number, south: number, east: number, north: number): Polygon => {
  const at = (x: number, y: number): Position => [121.5 + x / scale.lng, 31.2 + y / scale.lat];
  return {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  };
};
const child = (id: string, polygon: AreaShape) => ({ id, name: `Area ${id}`, polygon });
const short = (problem: CoverageProblem) => {
  if (problem.kind === 'overlap') return `overlap ${problem.ids.join('+')} ${Math.round(problem.areaM2)}`;
  if (problem.kind === 'gap') return `gap ${Math.round(problem.areaM2)}`;
  if (problem.kind === 'outside-parent') return `outside ${problem.id} ${Math.round(problem.areaM2)}`;
  if (problem.kind === 'unchecked') return 'unchecked';
  if (problem.kind === 'repeated-id') return `repeated ${problem.id}`;
  return `invalid ${problem.id} ${problem.fault}`;
};
const check = (parent: AreaShape, ...children: ReturnType<typeof child>[]) =>
  checkCoverage(parent, children).map(short);

describe('checkCoverage', () => {
  const parent = box(0, 0, 200, 100);
  const west = child('west', box(0, 0, 100, 100));
  const east = child('east', box(100, 0, 200, 100));

  it('is content with children that share their edges', () => {
    expect(check(parent, west, east)).toEqual([]);
  });

  it('names an overlap with both ids, its area and where it is', () => {
    const problems = checkCoverage(parent, [child('west', box(0, 0, 110, 100)), east]);
    expect(problems.map(short)).toEqual(['overlap west+east 1000']);
    const [problem] = problems;
    if (problem?.kind !== 'overlap') throw new Error('an overlap was expected');
    expect(problem.names).toEqual(['Area west', 'Area east']);
    expect(areaM2(problem.polygon)).toBeCloseTo(problem.areaM2, 3);
  });

  it('names each gap, largest first', () => {
    expect(check(parent, child('west', box(0, 0, 90, 100)), child('east', box(100, 0, 200, 95)))).toEqual(['gap 1500']);
    expect(check(parent, child('west', box(0, 0, 90, 100)), child('east', box(90, 5, 200, 100)))).toEqual(['gap 550']);
    expect(check(parent, child('west', box(20, 0, 100, 100)), child('east', box(100, 0, 190, 100)))).toEqual([
      'gap 2000',
      'gap 1000',
    ]);
  });

  it('names what lies outside, and both when a child is shifted', () => {
    expect(check(parent, west, child('east', box(100, 0, 205, 100)))).toEqual(['outside east 500']);
    expect(check(parent, west, child('east', box(105, 0, 205, 100)))).toEqual(['outside east 500', 'gap 500']);
    expect(check(parent, west, child('east', box(95, 0, 195, 100)))).toEqual(['overlap west+east 500', 'gap 500']);
  });

  it('counts ground covered three times for each pair', () => {
    const third = child('third', box(90, 0, 110, 10));
    expect(check(parent, child('west', box(0, 0, 110, 100)), east, third)).toEqual([
      'overlap west+east 1000',
      'overlap west+third 200',
      'overlap east+third 100',
    ]);
  });

  it('ignores slivers under the tolerance, and takes the tolerance given', () => {
    const almost = child('west', box(0, 0, 99.994, 100));
    expect(check(parent, almost, east)).toEqual([]);
    expect(checkCoverage(parent, [almost, east], { toleranceM2: 0.1 }).map(short)).toEqual(['gap 1']);
  });

  it('names invalid rings of children and parent, and holds back gaps then', () => {
    const bow: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [121.5, 31.2],
          [121.501, 31.201],
          [121.501, 31.2],
          [121.5, 31.201],
          [121.5, 31.2],
        ],
      ],
    };
    expect(check(parent, child('bow', bow), east)).toEqual(['invalid bow self-intersection']);
    expect(check(bow, west, east)).toEqual(['invalid null self-intersection']);
  });

  it('names an id used twice', () => {
    expect(check(parent, west, east, child('west', box(300, 0, 310, 10)))).toEqual(['repeated west']);
  });

  it('has one gap, the parent itself, when there are no children', () => {
    expect(check(parent)).toEqual(['gap 20000']);
  });

  it('knows holes and parts', () => {
    const outer = box(0, 0, 100, 100).coordinates[0] ?? [];
    const hole = box(40, 40, 60, 60).coordinates[0] ?? [];
    const ringed: Polygon = { type: 'Polygon', coordinates: [outer, hole] };
    expect(check(ringed, child('ring', ringed))).toEqual([]);
    expect(check(box(0, 0, 100, 100), child('ring', ringed))).toEqual(['gap 400']);
    expect(check(box(0, 0, 100, 100), child('ring', ringed), child('core', box(40, 40, 60, 60)))).toEqual([]);
    expect(check(ringed, child('ring', ringed), child('core', box(40, 40, 60, 60)))).toEqual(['outside core 400']);
  });

  it('finds no fault in any lattice, and exactly the cell that is taken away', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 15 }), fc.integer({ min: 0, max: 2 }), (seed, lost, bendsPerEdge) => {
        const size = { columns: 4, rows: 4, seed, bendsPerEdge, cellDegrees: 0.002 };
        const cells = buildJitteredLattice(size);
        const outline = latticeOutline(size);
        expect(checkCoverage(outline, cells)).toEqual([]);
        const problems = checkCoverage(outline, cells.toSpliced(lost, 1));
        expect(problems.map((problem) => problem.kind)).toEqual(['gap']);
        const [gap] = problems;
        const cell = cells[lost];
        if (gap?.kind !== 'gap' || !cell) throw new Error('a gap was expected');
        // Corners are set on a grid of 0.1 mm.
        expect(Math.abs(gap.areaM2 - areaM2(cell.polygon))).toBeLessThan(0.1);
      }),
      { numRuns: 30 },
    );
  });

  it('checks 252 children of a street, one of them shifted', () => {
    const size = { columns: 18, rows: 14, seed: 7, bendsPerEdge: 5, cellDegrees: 0.002 };
    const cells = buildJitteredLattice(size);
    const neighbour = cells[131];
    if (!neighbour) throw new Error('the lattice has 252 cells');
    const shifted = neighbour.polygon.coordinates.map((ring) => ring.map(([x, y]): Position => [x - 0.0001, y]));
    const problems = checkCoverage(
      latticeOutline(size),
      cells.with(131, { ...neighbour, polygon: { type: 'Polygon', coordinates: shifted } }),
    );
    expect(problems.map((problem) => problem.kind)).toContain('overlap');
    expect(problems.map((problem) => problem.kind)).toContain('gap');
  });

  it('is not led astray by rounding: corners off by less than a millimetre are the same corner', () => {
    const size = { columns: 8, rows: 6, seed: 3, bendsPerEdge: 4, cellDegrees: 0.002 };
    const cells = buildJitteredLattice(size).map((cell, index) => ({
      ...cell,
      polygon: shiftEast(cell.polygon, (index % 3) * 3e-9),
    }));
    expect(checkCoverage(latticeOutline(size), cells)).toEqual([]);
  });

  it('answers, without throwing, when every corner is drawn anew some centimetres off', () => {
    const size = { columns: 4, rows: 4, seed: 11, bendsPerEdge: 4, cellDegrees: 0.002 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        // Park and Miller's generator: corners up to 10 cm off, never all of them in place.
        let state = seed;
        const off = () => {
          state = (state * 48_271) % 2_147_483_647;
          return (state / 2_147_483_647 - 0.5) * 2e-6;
        };
        const cells = buildJitteredLattice(size).map((cell) => {
          const [first, ...rest] = (cell.polygon.coordinates[0] ?? [])
            .slice(1)
            .map(([x, y]): Position => [x + off(), y + off()]);
          if (!first) throw new Error('a cell has corners');
          return child(cell.id, { type: 'Polygon', coordinates: [[first, ...rest, first]] });
        });
        expect(checkCoverage(latticeOutline(size), cells).length).toBeGreaterThan(0);
      }),
      { numRuns: 10 },
    );
  });
});

function shiftEast(polygon: Polygon, degrees: number): Polygon {
  return {
    ...polygon,
    coordinates: polygon.coordinates.map((ring) => ring.map(([x, y]): Position => [x + degrees, y])),
  };
}
