import { describe, expect, it } from 'vitest';
import { trendPath } from './trend-path.ts';

describe('trendPath', () => {
  it.each([
    [[0, 10], 10, 'M25.00 100.00L75.00 0.00'],
    [[5], 10, 'M50.00 50.00'],
    [[0, 0], 0, 'M25.00 100.00L75.00 100.00'],
    [[], 10, ''],
  ])('of %j with %d on top', (values, most, path) => {
    expect(trendPath(values, most)).toBe(path);
  });
});
