import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseCountKeys, deriveCounts } from './counts.ts';
import { type IndicatorKey, indicatorOf, indicators, ratio } from './indicators.ts';

// The table's own keys; Object.keys forgets them.
const keys = Object.keys(indicators) as IndicatorKey[];

describe('indicators', () => {
  it('leave open cases not yet due out of the denominator', () => {
    // 100 dispatched: 80 handled (70 in time), 5 overdue, 15 still have time.
    const counts = { dispatched: 100, handled: 80, handledOnTime: 70, overdueUnhandled: 5 };
    expect(deriveCounts(counts).dueForHandling).toBe(85);
    expect(indicatorOf('handling-rate', counts)).toEqual({ numerator: 80, denominator: 85, value: 80 / 85 });
    expect(indicatorOf('handling-on-time-rate', counts).value).toBe(70 / 85);
    expect(indicatorOf('overdue-rate', counts).value).toBe(5 / 85);
  });

  it.each<[IndicatorKey, Record<string, number>, number]>([
    ['valid-report-rate', { validReported: 9, reportedByWorkers: 10 }, 0.9],
    ['filing-accuracy-rate', { filed: 50, voided: 5 }, 0.9],
    ['dispatch-accuracy-rate', { dispatched: 40, dispatchedWrong: 4, dueForDispatch: 45 }, 0.8],
    ['closing-on-time-rate', { closed: 8, overdueUnclosed: 2, closedOnTime: 7 }, 0.7],
    ['active-discovery-rate', { reported: 10, reportedByCitizens: 4 }, 0.6],
    ['solved-rate', { solved: 3, explained: 1 }, 0.75],
  ])('%s of %j is %d', (key, counts, value) => {
    expect(indicatorOf(key, counts).value).toBeCloseTo(value, 12);
  });

  it('let a rework rate exceed one instead of clamping the fact', () => {
    expect(indicatorOf('rework-rate', { closed: 2, reworked: 5 }).value).toBe(2.5);
  });

  it.each(keys)('%s is nothing over nothing, never 0 or 1', (key) => {
    expect(indicatorOf(key, {})).toEqual({ numerator: 0, denominator: 0, value: null });
  });

  it('are finite or null for any counts', () => {
    const counts = fc.dictionary(fc.constantFrom(...baseCountKeys), fc.nat(1000));
    fc.assert(
      fc.property(fc.constantFrom(...keys), counts, (key, base) => {
        const { value, denominator } = indicatorOf(key, base);
        expect(value === null).toBe(denominator === 0);
        if (value !== null) expect(Number.isFinite(value) && value >= 0).toBe(true);
      }),
    );
    expect(ratio(0, 3)).toBe(0);
  });

  it('have each its own label', () => {
    expect(new Set(keys.map((key) => indicators[key].labelKey)).size).toBe(keys.length);
  });
});
