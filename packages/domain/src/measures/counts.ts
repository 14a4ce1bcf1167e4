/** What is counted per period and dimension (`rules.md` 1.9). Written by the measures consumer, never by hand. */
export const baseCountKeys = [
  'reported',
  'reportedByWorkers',
  'reportedByCitizens',
  /** Workers' reports that were filed after review 有效上报. */
  'validReported',
  /** Public reports verified true 监督举报核实. */
  'publicVerified',
  'missed',
  'accepted',
  'filed',
  'filedOnTime',
  'voided',
  'dueForDispatch',
  'dispatched',
  'dispatchedOnTime',
  /** Dispatches returned or reworked for the wrong unit. */
  'dispatchedWrong',
  'handled',
  'handledOnTime',
  /** Past the handling deadline and still not handled. */
  'overdueUnhandled',
  'closed',
  'closedOnTime',
  'overdueUnclosed',
  'reworked',
  'extended',
  'suspended',
  'returned',
  'dueForVerification',
  'verifiedOnTime',
  'dueForCheck',
  'checkedOnTime',
  'dueForFirstContact',
  'firstContacted',
  'solved',
  'explained',
  'rated',
  /** Ratings of 4 and 5. */
  'satisfied',
  'reopened',
  /** Orders of the citizens' hotline. */
  'complaints',
  /** People who live in the area, in thousands; 0 = nobody has said. Not counted from cases. */
  'thousandPeople',
  'visitsDue',
  'visitsDone',
] as const;
export type BaseCountKey = (typeof baseCountKeys)[number];
export type BaseCounts = Partial<Record<BaseCountKey, number>>;

export const derivedCountKeys = [
  'dueForHandling',
  'dueForClosing',
  'filedAccurately',
  'dispatchedAccurately',
  'foundActively',
  'solvedOrExplained',
] as const;
export type CountKey = BaseCountKey | (typeof derivedCountKeys)[number];
export type Counts = Readonly<Record<CountKey, number>>;

/**
 * The counts with those that follow from others; what was not counted is 0.
 * 应处置 = handled + overdue and unhandled, 应结案 likewise: open cases not yet due are in neither.
 */
export function deriveCounts(base: BaseCounts): Counts {
  const of = (key: BaseCountKey): number => base[key] ?? 0;
  // Safe: every base key is listed in baseCountKeys, every derived one below.
  const counts = Object.fromEntries(baseCountKeys.map((key) => [key, of(key)])) as Record<BaseCountKey, number>;
  return {
    ...counts,
    dueForHandling: of('handled') + of('overdueUnhandled'),
    dueForClosing: of('closed') + of('overdueUnclosed'),
    filedAccurately: Math.max(0, of('filed') - of('voided')),
    dispatchedAccurately: Math.max(0, of('dispatched') - of('dispatchedWrong')),
    foundActively: Math.max(0, of('reported') - of('reportedByCitizens')),
    solvedOrExplained: of('solved') + of('explained'),
  };
}
