import type { MultiPolygon, Position } from '@linli/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildJitteredLattice, latticeOutline } from './jittered-lattice.ts';
import { findRingProblems } from './ring-problems.ts';

const faults = (...rings: Position[][]) =>
  findRingProblems({ type: 'Polygon', coordinates: rings }).map((problem) => problem.fault);
const square: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];

describe('findRingProblems', () => {
  it.each<[string, Position[], string]>([
    ['no positions', [], 'too-few-points'],
    [
      'three positions',
      [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
      'too-few-points',
    ],
    [
      'a repeated position only',
      [
        [0, 0],
        [0, 0],
        [1, 0],
        [0, 0],
      ],
      'too-few-points',
    ],
    [
      'an open ring',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      'not-closed',
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      'self-intersection',
    ],
    [
      'a bow tie with a corner in the knot',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [2, 0],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
      'self-intersection',
    ],
    [
      'a spike',
      [
        [0, 0],
        [4, 0],
        [6, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ],
      'self-intersection',
    ],
    [
      'a spike at the start',
      [
        [6, 0],
        [4, 0],
        [4, 4],
        [0, 0],
        [4, 0],
        [6, 0],
      ],
      'self-intersection',
    ],
    [
      'a corner touching an edge',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
        [0, 0],
      ],
      'self-intersection',
    ],
    [
      'a line',
      [
        [0, 0],
        [2, 2],
        [4, 4],
        [0, 0],
      ],
      'self-intersection',
    ],
    [
      'latitude beyond the pole',
      [
        [0, 0],
        [1, 0],
        [1, 91],
        [0, 0],
      ],
      'out-of-range',
    ],
    [
      'longitude beyond the date line',
      [
        [0, 0],
        [181, 0],
        [1, 1],
        [0, 0],
      ],
      'out-of-range',
    ],
    [
      'no number',
      [
        [0, 0],
        [Number.NaN, 0],
        [1, 1],
        [0, 0],
      ],
      'out-of-range',
    ],
    [
      'a sliver of nothing',
      [
        [121, 31],
        [121.00000001, 31],
        [121.00000001, 31.00000001],
        [121, 31],
      ],
      'no-area',
    ],
  ])('names %s', (_, ring, fault) => {
    expect(faults(ring)).toEqual([fault]);
  });

  it('says where: part, ring and position', () => {
    const shape: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [square],
        [
          square,
          [
            [1, 1],
            [3, 3],
            [3, 1],
            [1, 3],
            [1, 1],
          ],
        ],
      ],
    };
    const [problem, ...more] = findRingProblems(shape);
    expect(problem).toEqual({ fault: 'self-intersection', part: 1, ring: 1, at: [2, 2] });
    expect(more).toEqual([]);
  });

  it('wants holes inside', () => {
    expect(
      faults(square, [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ]),
    ).toEqual([]);
    expect(
      faults(square, [
        [0, 0],
        [2, 1],
        [1, 2],
        [0, 0],
      ]),
    ).toEqual([]);
    expect(
      faults(square, [
        [5, 5],
        [6, 5],
        [6, 6],
        [5, 5],
      ]),
    ).toEqual(['hole-outside']);
  });

  it('names every bad ring, and an empty shape', () => {
    expect(faults([[0, 0]], [[1, 1]])).toEqual(['too-few-points', 'too-few-points']);
    expect(faults()).toEqual(['too-few-points']);
    expect(findRingProblems({ type: 'MultiPolygon', coordinates: [] })).toHaveLength(1);
  });

  it('bears a position written twice in a row', () => {
    expect(
      faults([
        [0, 0],
        [4, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ]),
    ).toEqual([]);
  });

  it('finds every lattice sound, and unsound once two corners of a cell change places', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), (seed, bendsPerEdge) => {
        const size = { columns: 3, rows: 3, seed, bendsPerEdge, cellDegrees: 0.002 };
        expect(findRingProblems(latticeOutline(size))).toEqual([]);
        for (const { polygon } of buildJitteredLattice(size)) {
          expect(findRingProblems(polygon)).toEqual([]);
          const ring = [...(polygon.coordinates[0] ?? [])];
          const second = bendsPerEdge + 1;
          const [a, b] = [ring[second], ring[second * 2]];
          if (!a || !b) throw new Error('a cell has four corners');
          ring[second] = b;
          ring[second * 2] = a;
          expect(faults(ring)).toEqual(['self-intersection']);
        }
      }),
    );
  });
});
