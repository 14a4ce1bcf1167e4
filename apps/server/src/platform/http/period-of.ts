import { addDays, startOfDay } from '@linli/domain';
import { refuse } from '../errors.ts';

/** No case is older; later years no calendar knows. */
const earliest = '2000-01-01';
const latest = '2100-12-31';

/**
 * The instants at which days from the first to the last begin and end, the end left out. Refuses at `until` what ends before it begins or lies
 * out of all reach.
 */
export function periodOf({ from, until }: { from: string; until: string }): { from: string; until: string } {
  if (from > until || from < earliest || until > latest)
    refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'invalid', params: {} }] });
  return { from: startOfDay(from).toISOString(), until: startOfDay(addDays(until, 1)).toISOString() };
}
