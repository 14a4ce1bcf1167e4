import { type CountedKey, countedKeys } from '@linli/contract';
import { type IndicatorKey, indicatorOf, indicators } from '@linli/domain';
import { baseCountsOf, type FigureCounts, type FigureKey } from './figure-keys.ts';

/** Indicators of `rules.md` 1.9 that need what nobody records yet: patrols that missed something, verifications, visits. */
const unmeasured: ReadonlySet<string> = new Set(['missed-rate', 'verify-on-time-rate', 'visit-rate']);

// Object.keys forgets the literal keys.
export const measuredIndicators = (Object.keys(indicators) as IndicatorKey[]).filter((key) => !unmeasured.has(key));

/** The figure whose cases an indicator opens to: what it is a share of, or what is counted per head. */
export function openedBy(key: IndicatorKey): CountedKey | null {
  const { numerator, denominator } = indicators[key];
  const of = denominator === 'thousandPeople' ? numerator : denominator;
  return countedKeys.find((each) => each === of) ?? null;
}

/** Stored figures the share handled in time is made of. */
export const onTimeKeys = ['handled', 'handledLate', 'overdueUnhandled'] as const satisfies readonly FigureKey[];

/** 按期处置率; value null where nothing was due. */
export function onTimeRatio(counts: FigureCounts | undefined) {
  return indicatorOf('handling-on-time-rate', baseCountsOf(counts ?? {}));
}
