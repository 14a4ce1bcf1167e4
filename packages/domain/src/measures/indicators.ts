import { type BaseCounts, type CountKey, deriveCounts } from './counts.ts';

export type Indicator = {
  readonly numerator: CountKey;
  readonly denominator: CountKey;
  readonly better: 'up' | 'down';
  /** Key in the text catalogues. */
  readonly labelKey: `indicator.${string}`;
};

/** Formulas of `rules.md` 1.9. Whether a site uses another denominator is the site's setting, not a change here. */
export const indicators = {
  'valid-report-rate': row('validReported', 'reportedByWorkers', 'up', 'validReportRate'),
  'missed-rate': row('missed', 'filed', 'down', 'missedRate'),
  'verify-on-time-rate': row('verifiedOnTime', 'dueForVerification', 'up', 'verifyOnTimeRate'),
  'check-on-time-rate': row('checkedOnTime', 'dueForCheck', 'up', 'checkOnTimeRate'),
  'filing-rate': row('filed', 'accepted', 'up', 'filingRate'),
  'filing-on-time-rate': row('filedOnTime', 'filed', 'up', 'filingOnTimeRate'),
  'filing-accuracy-rate': row('filedAccurately', 'filed', 'up', 'filingAccuracyRate'),
  'dispatch-on-time-rate': row('dispatchedOnTime', 'dueForDispatch', 'up', 'dispatchOnTimeRate'),
  'dispatch-accuracy-rate': row('dispatchedAccurately', 'dueForDispatch', 'up', 'dispatchAccuracyRate'),
  'handling-rate': row('handled', 'dueForHandling', 'up', 'handlingRate'),
  'handling-on-time-rate': row('handledOnTime', 'dueForHandling', 'up', 'handlingOnTimeRate'),
  'closing-rate': row('closed', 'dueForClosing', 'up', 'closingRate'),
  'closing-on-time-rate': row('closedOnTime', 'dueForClosing', 'up', 'closingOnTimeRate'),
  'overdue-rate': row('overdueUnhandled', 'dueForHandling', 'down', 'overdueRate'),
  'extension-rate': row('extended', 'dueForHandling', 'down', 'extensionRate'),
  // A case can be reworked more than once: this rate may exceed 1.
  'rework-rate': row('reworked', 'dueForClosing', 'down', 'reworkRate'),
  'public-report-rate': row('publicVerified', 'filed', 'down', 'publicReportRate'),
  'active-discovery-rate': row('foundActively', 'reported', 'up', 'activeDiscoveryRate'),
  'first-contact-rate': row('firstContacted', 'dueForFirstContact', 'up', 'firstContactRate'),
  'solved-rate': row('solved', 'solvedOrExplained', 'up', 'solvedRate'),
  'satisfaction-rate': row('satisfied', 'rated', 'up', 'satisfactionRate'),
  'reopen-rate': row('reopened', 'closed', 'down', 'reopenRate'),
  // 12345 每千人投诉率: not a share, see `perThousand`.
  'complaints-per-thousand': row('complaints', 'thousandPeople', 'down', 'complaintsPerThousand'),
  'visit-rate': row('visitsDone', 'visitsDue', 'up', 'visitRate'),
} as const satisfies Record<string, Indicator>;
export type IndicatorKey = keyof typeof indicators;

export type IndicatorValue = {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 – 1 (or more, see rework); null = nothing to judge, shown as “—”. */
  readonly value: number | null;
};

/** One indicator over counts of one period and dimension. */
export function indicatorOf(key: IndicatorKey, base: BaseCounts): IndicatorValue {
  const counts = deriveCounts(base);
  const numerator = counts[indicators[key].numerator];
  const denominator = counts[indicators[key].denominator];
  return { numerator, denominator, value: ratio(numerator, denominator) };
}

/** A zero denominator is nothing to judge: null, never 0 % or 100 %. Unrounded. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function row(numerator: CountKey, denominator: CountKey, better: Indicator['better'], label: string): Indicator {
  return { numerator, denominator, better, labelKey: `indicator.${label}` };
}
