import { type CountedKey, countedKeys } from '@linli/contract';
import type { BaseCounts } from '@linli/domain';
import { countedFigures } from '../cases/index.ts';

/**
 * What is stored per day. Late deeds are kept rather than timely ones, and undone ones rather than due ones: they are the rare
 * side, so most cases touch few rows. The day is the deadline's for handling and closing (`rules.md` 1.9), the filing's for
 * filing, else the day it happened.
 */
export const figureKeys = [
  'reported',
  'reportedByWorkers',
  'reportedByCitizens',
  /** Orders of the hotline, by the day they were reported. */
  'complaints',
  'validReported',
  'publicVerified',
  'filed',
  'filedLate',
  'notFiled',
  'voided',
  'dispatched',
  'dispatchedLate',
  'dispatchedWrong',
  'undispatched',
  /** By the day of the deadline. */
  'handled',
  'handledLate',
  'overdueUnhandled',
  'solved',
  'explained',
  'closed',
  'closedLate',
  'overdueUnclosed',
  'checked',
  'checkedLate',
  'unchecked',
  'contacted',
  'contactLate',
  'reworked',
  'extended',
  'suspended',
  'returned',
  'reopened',
  'rated',
  'satisfied',
  /** Cases on which a step was taken that day, once a day however often, whatever became of them: each opens to these rows. */
  'acceptedOn',
  'dispatchedOn',
  'handledOn',
  'checkedOn',
  'ratedOn',
  /** Closed that day and not reopened since. */
  'closedOn',
  /** Changes of what stands: +1 when a case opens or becomes overdue, −1 when it no longer is. */
  'open',
  'overdue',
] as const;
export type FigureKey = (typeof figureKeys)[number];
export type FigureCounts = Partial<Record<FigureKey, number>>;

/** Stored counts in the words of `rules.md` 1.9. */
export function baseCountsOf(stored: FigureCounts): BaseCounts {
  const of = (key: FigureKey): number => stored[key] ?? 0;
  const sums = Object.fromEntries(
    countedKeys.map((key) => [key, countedFigures[key].reduce((sum, figure) => sum + of(figure), 0)]),
  ) as Record<CountedKey, number>; // one entry each
  return {
    ...sums,
    filedOnTime: of('filed') - of('filedLate'),
    dispatchedOnTime: of('dispatched') - of('dispatchedLate'),
    handledOnTime: of('handled') - of('handledLate'),
    closedOnTime: of('closed') - of('closedLate'),
    checkedOnTime: of('checked') - of('checkedLate'),
  };
}
