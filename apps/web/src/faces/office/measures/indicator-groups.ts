import type { IndicatorKey } from '@linli/domain';

export const indicatorGroups = ['handling', 'steps', 'people'] as const;
type Group = (typeof indicatorGroups)[number];

/** What stands beside each other at one look: all twenty do not fit on a page. A key not named here is with the handling. */
const groupOf: Partial<Record<IndicatorKey, Group>> = {
  'valid-report-rate': 'steps',
  'missed-rate': 'steps',
  'verify-on-time-rate': 'steps',
  'check-on-time-rate': 'steps',
  'filing-rate': 'steps',
  'filing-on-time-rate': 'steps',
  'filing-accuracy-rate': 'steps',
  'dispatch-on-time-rate': 'steps',
  'dispatch-accuracy-rate': 'steps',
  'public-report-rate': 'people',
  'active-discovery-rate': 'people',
  'first-contact-rate': 'people',
  'solved-rate': 'people',
  'complaints-per-thousand': 'people',
  'satisfaction-rate': 'people',
  'reopen-rate': 'people',
  'visit-rate': 'people',
};

/** The indicators of a group, in the order given. */
export function indicatorsOf<T extends { key: string }>(group: Group, indicators: readonly T[]): T[] {
  // A key of a newer server is not among the literals; it is looked up all the same and not found.
  return indicators.filter(({ key }) => (groupOf[key as IndicatorKey] ?? 'handling') === group);
}
