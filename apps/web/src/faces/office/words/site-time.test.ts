import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayEndingAt, endOfSiteDay, instantOfSiteClock, siteClockOf, siteToday, startOfSiteDay } from './site-time.ts';

describe('the site’s wall clock', () => {
  it('reads a picked time as the site’s, wherever the browser is', () => {
    expect(instantOfSiteClock('2026-11-25T17:00')).toBe('2026-11-25T09:00:00.000Z');
  });

  it('shows an instant as the site’s clock', () => {
    expect(siteClockOf('2026-11-25T09:00:00.000Z')).toBe('2026-11-25T17:00');
    expect(siteToday(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(siteToday(new Date('2026-11-22T15:59:00Z'))).toBe('2026-11-22');
    expect(siteToday(new Date('2026-11-30T15:59:00Z'), 1)).toBe('2026-12-01');
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(siteClockOf(startOfSiteDay(day))).toBe(`${day}T00:00`);
        expect(dayEndingAt(endOfSiteDay(day))).toBe(day);
      }),
    );
  });
});
