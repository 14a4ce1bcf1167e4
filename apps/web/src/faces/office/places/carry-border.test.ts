import type { AreaGeometry } from '@linli/contract';
import { describe, expect, it } from 'vitest';
import { carryBorder, findBorderStep } from './carry-border.ts';

type Ring = [number, number][];
const left: Ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const right: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 0],
    ],
  ],
};

function stepTo(after: Ring) {
  const step = findBorderStep(left, after);
  if (step === null) throw new Error('one step expected');
  return step;
}

describe('a border shared by two areas', () => {
  it('moves the neighbour’s corner with it, the closing one too', () => {
    const step = stepTo([
      [0, 0],
      [1.2, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    expect(carryBorder(right, step)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [1.2, 0],
          [2, 0],
          [2, 1],
          [1, 1],
          [1.2, 0],
        ],
      ],
    });
  });

  it('gives the neighbour a corner put into the shared edge, whichever way round it runs', () => {
    const step = stepTo([
      [0, 0],
      [1, 0],
      [1.1, 0.5],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    const carried = carryBorder(right, step);
    expect(carried.coordinates[0]).toContainEqual([1.1, 0.5]);
    expect(carried.coordinates[0]).toHaveLength(6);
  });

  it('takes a corner from both', () => {
    const step = stepTo([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    expect(step).toEqual({ kind: 'removed', at: [1, 1] });
    expect(carryBorder(right, step).coordinates[0]).not.toContainEqual([1, 1]);
  });

  it('leaves an area alone that does not share it', () => {
    const step = stepTo([
      [-1, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 0],
    ]);
    expect(carryBorder(right, step)).toBe(right);
    expect(findBorderStep(left, left)).toBeNull();
  });
});
