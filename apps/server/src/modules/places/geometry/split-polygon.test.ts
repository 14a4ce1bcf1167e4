import type { Polygon, Position } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { areaM2 } from './area.ts';
import { findRingProblems } from './ring-problems.ts';
import { splitPolygon } from './split-merge.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const areas = (parts: readonly Polygon[] | string) =>
  typeof parts === 'string' ? parts : parts.map((part) => Math.round((areaM2(part) / areaM2(unit)) * 100) / 100);

const unit = polygon(box(0, 0, 1, 1));
const square = polygon(box(0, 0, 4, 4));

describe('splitPolygon', () => {
  it.each<[string, Position[], number[]]>([
    [
      'from outside to outside',
      [
        [-1, 1],
        [5, 1],
      ],
      [4, 12],
    ],
    [
      'from edge to edge',
      [
        [0, 1],
        [4, 1],
      ],
      [4, 12],
    ],
    [
      'from corner to corner',
      [
        [0, 0],
        [4, 4],
      ],
      [8, 8],
    ],
    [
      'against the ring',
      [
        [4, 1],
        [0, 1],
      ],
      [12, 4],
    ],
    [
      'bent inside',
      [
        [0, 1],
        [2, 1],
        [2, 3],
        [4, 3],
      ],
      [8, 8],
    ],
    [
      'cutting off a corner of one edge',
      [
        [1, 0],
        [1, 1],
        [2, 1],
        [2, 0],
      ],
      [1, 15],
    ],
    [
      'with a bend on the edge',
      [
        [-1, 1],
        [0, 1],
        [4, 1],
        [5, 2],
      ],
      [4, 12],
    ],
    [
      'with positions written twice',
      [
        [0, 1],
        [0, 1],
        [4, 1],
        [4, 1],
      ],
      [4, 12],
    ],
  ])('cuts a square %s', (_, line, expected) => {
    const parts = splitPolygon(square, line);
    expect(areas(parts)).toHaveLength(2);
    expect(areas(parts)).toEqual(expect.arrayContaining(expected.map((share) => expect.closeTo(share, 1))));
    if (typeof parts === 'string') return;
    for (const part of parts) expect(findRingProblems(part)).toEqual([]);
  });

  it.each<[string, Position[], string]>([
    ['one position', [[1, 1]], 'split.line-too-short'],
    [
      'one position twice',
      [
        [1, 1],
        [1, 1],
      ],
      'split.line-too-short',
    ],
    [
      'a line beside',
      [
        [5, 5],
        [6, 6],
      ],
      'split.line-misses',
    ],
    [
      'a line along the edge',
      [
        [0, 0],
        [4, 0],
      ],
      'split.line-misses',
    ],
    [
      'a line touching a corner',
      [
        [-1, 1],
        [1, -1],
      ],
      'split.line-misses',
    ],
    [
      'a line ending inside',
      [
        [-1, 1],
        [2, 1],
      ],
      'split.line-ends-inside',
    ],
    [
      'a line wholly inside',
      [
        [1, 1],
        [2, 2],
      ],
      'split.line-ends-inside',
    ],
    [
      'a line going through twice',
      [
        [-1, 1],
        [5, 1],
        [5, 2],
        [-1, 2],
      ],
      'split.more-than-two-parts',
    ],
    [
      'a line touching the edge on its way',
      [
        [-1, 1],
        [2, 4],
        [5, 1],
      ],
      'split.more-than-two-parts',
    ],
    [
      'a line with a loop',
      [
        [-1, 1],
        [3, 1],
        [3, 3],
        [2, 3],
        [2, -1],
      ],
      'split.line-crosses-itself',
    ],
  ])('refuses %s', (_, line, refusal) => {
    expect(splitPolygon(square, line)).toBe(refusal);
  });

  it('refuses a slip of less than a square metre and a polygon that is none', () => {
    expect(
      splitPolygon(square, [
        [0, 0.000001],
        [0.000001, 0],
      ]),
    ).toBe('split.part-too-small');
    const bow = polygon([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    expect(
      splitPolygon(bow, [
        [0.5, -1],
        [0.5, 2],
      ]),
    ).toBe('split.polygon-invalid');
  });

  it('leaves a hole with its part, and shares out one the line passes through', () => {
    const aside = splitPolygon(polygon(box(0, 0, 4, 4), box(1, 2, 2, 3)), [
      [0, 1],
      [4, 1],
    ]);
    if (typeof aside === 'string') throw new Error(aside);
    expect(aside.map((part) => part.coordinates.length).sort()).toEqual([1, 2]);
    const through = splitPolygon(polygon(box(0, 0, 4, 4), box(1, 1, 2, 3)), [
      [0, 2],
      [4, 2],
    ]);
    if (typeof through === 'string') throw new Error(through);
    expect(through.map((part) => part.coordinates.length)).toEqual([1, 1]);
    expect(areaM2(through[0]) + areaM2(through[1])).toBeCloseTo(areaM2(polygon(box(0, 0, 4, 4), box(1, 1, 2, 3))), -1);
  });
});
