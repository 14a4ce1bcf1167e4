import { type IndicatorKey, indicatorOf, indicators } from '@linli/domain';
import { baseCountsOf, type FigureCounts, type FigureKey } from './figure-keys.ts';

/** Indicators of `rules.md` 1.9 that need what nobody records yet: patrols that missed something, verifications, visits. */
const unmeasured: ReadonlySet<string> = new Set(['missed-rate', 'verify-on-time-rate', 'visit-rate']);

// Object.keys forgets the literal keys.
export const measuredIndicators = (Object.keys(indicators) as IndicatorKey[]).filter((key) => !unmeasured.has(key));

/** Stored figures the share handled in time is made of. */
export const onTimeKeys = ['handled', 'handledLate', 'overdueUnhandled'] as const satisfies readonly FigureKey[];

/** 按期处置率; value null where nothing was due. */
export function onTimeRatio(counts: FigureCounts | undefined) {
  return indicatorOf('handling-on-time-rate', baseCountsOf(counts ?? {}));
}
