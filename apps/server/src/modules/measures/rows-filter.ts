import type { CaseFilter, CaseStep, CountedKey } from '@linli/contract';
import { addDays, startOfDay } from '@linli/domain';
import type { Period } from './read-figures.ts';

/** Cases reported on these days, as the inbox filters them. */
export function reportedIn(period: Period): CaseFilter {
  const [from, until] = instants(period);
  return { reportedFrom: from, reportedUntil: until, excluded: false };
}

/** Cases closed on these days. */
export function closedIn(period: Period): CaseFilter {
  const [from, until] = instants(period);
  return { closedFrom: from, closedUntil: until };
}

/** Cases counted in a figure on these days. */
export function countedIn(counted: CountedKey, { from, until }: Period): CaseFilter {
  return { counted, countedFrom: from, countedUntil: until };
}

/** Cases on which a step was taken on these days. */
export function stepIn(step: CaseStep, period: Period): CaseFilter {
  const [stepFrom, stepUntil] = instants(period);
  return { step, stepFrom, stepUntil };
}

/** Missed and not standing still: who has it must act now. */
export function overdueIn(
  states: CaseFilter['states'] = ['reported', 'accepted', 'dispatched', 'in-hand', 'handled'],
): CaseFilter {
  return { overdue: true, states };
}

function instants({ from, until }: Period): [string, string] {
  return [startOfDay(from).toISOString(), startOfDay(addDays(until, 1)).toISOString()];
}
