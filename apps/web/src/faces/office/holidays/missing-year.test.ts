import { describe, expect, it } from 'vitest';
import { missingYear, provisionalYear, shownYears } from './missing-year.ts';

describe('years of holidays', () => {
  it.each([
    [[2026, 2027], '2026-12-31', null],
    [[2026], '2026-10-31', null],
    [[2026], '2026-11-01', 2027],
    [[2026], '2026-12-31', 2027],
    [[2026], '2027-01-01', 2027],
    [[], '2026-03-16', 2026],
    [[2027], '2026-11-20', 2026],
  ])('loaded %j on %s: missing %s', (loaded, today, missing) => {
    expect(missingYear(loaded, today)).toBe(missing);
  });

  it('names a year that is by the law alone', () => {
    const published = { year: 2026, provisional: false };
    expect(provisionalYear([published], '2026-11-20')).toBeNull();
    expect(provisionalYear([published, { year: 2027, provisional: true }], '2026-11-20')).toBe(2027);
    expect(provisionalYear([{ year: 2024, provisional: true }, published], '2026-11-20')).toBeNull();
  });

  it('shows this year and the next even when nothing is loaded', () => {
    expect(shownYears([2025, 2026], '2026-03-16')).toEqual([2027, 2026, 2025]);
    expect(shownYears([], '2026-03-16')).toEqual([2027, 2026]);
  });
});
