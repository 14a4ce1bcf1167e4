import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWithin } from './shrink-photo.ts';

describe('fitWithin', () => {
  it.each([
    [4032, 3024, 1920, 1440],
    [3024, 4032, 1440, 1920],
    [1920, 1080, 1920, 1080],
    [800, 600, 800, 600],
    [100_000, 3, 1920, 1],
  ])('%d × %d', (width, height, fittedWidth, fittedHeight) => {
    expect(fitWithin({ width, height }, 1920)).toEqual({ width: fittedWidth, height: fittedHeight });
  });

  it('never enlarges, never passes the longest side, keeps the shape within a pixel', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const fitted = fitWithin({ width, height }, 1920);
        expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(1920);
        expect(fitted.width).toBeLessThanOrEqual(width);
        expect(fitted.height).toBeLessThanOrEqual(height);
        const scale = Math.min(1, 1920 / Math.max(width, height));
        expect(Math.abs(fitted.width - width * scale)).toBeLessThanOrEqual(1);
        expect(Math.abs(fitted.height - height * scale)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
