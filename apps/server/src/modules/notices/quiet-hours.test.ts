import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLoudTime } from './quiet-hours.ts';

describe('quiet hours', () => {
  it.each([
    ['2026-03-16T08:00:00+08:00', '2026-03-16T08:00:00+08:00'],
    ['2026-03-16T20:59:59+08:00', '2026-03-16T20:59:59+08:00'],
    ['2026-03-16T21:00:00+08:00', '2026-03-17T08:00:00+08:00'],
    ['2026-03-16T23:30:00+08:00', '2026-03-17T08:00:00+08:00'],
    ['2026-03-17T00:00:00+08:00', '2026-03-17T08:00:00+08:00'],
    ['2026-12-31T22:00:00+08:00', '2027-01-01T08:00:00+08:00'],
  ])('%s waits until %s', (at, loud) => {
    expect(nextLoudTime(new Date(at))).toEqual(new Date(loud));
  });

  it('never answers an instant before, by night or more than eleven hours away', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (at) => {
        const loud = nextLoudTime(at);
        const hour = new Date(loud.getTime() + 8 * 3_600_000).getUTCHours();
        expect(loud.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(loud.getTime() - at.getTime()).toBeLessThanOrEqual(11 * 3_600_000);
        expect(hour >= 8 && hour < 21).toBe(true);
      }),
    );
  });
});
