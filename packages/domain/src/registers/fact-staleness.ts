import type { Day } from '../time/calendar.ts';
import type { RegisterField } from './register-field.ts';

/** Days since a value was last known true beyond what its field allows; 0 when fresh, or when the field never goes stale. */
export function daysStale(field: Pick<RegisterField, 'staleAfterDays'>, knownTrueOn: Day, today: Day): number {
  if (field.staleAfterDays === undefined) return 0;
  const days = Math.round((Date.parse(today) - Date.parse(knownTrueOn)) / 86_400_000);
  return Math.max(0, days - field.staleAfterDays);
}
