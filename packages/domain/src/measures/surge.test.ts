import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSurge } from './surge.ts';

describe('isSurge', () => {
  it.each([
    [3, 0, false],
    [4, 0, true],
    [10, 4, false],
    [11, 4, true],
    [130, 100, false],
    [131, 100, true],
  ])('%d where %d are usual: %s', (count, usual, expected) => {
    expect(isSurge(count, usual)).toBe(expected);
  });

  it('is never a count at or below the usual, and stays one when more come', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1000, noNaN: true }), (count, usual) => {
        if (count <= usual) expect(isSurge(count, usual)).toBe(false);
        if (isSurge(count, usual)) expect(isSurge(count + 1, usual)).toBe(true);
      }),
    );
  });
});
