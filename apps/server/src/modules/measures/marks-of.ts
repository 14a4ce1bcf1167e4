import { dayOf, isOpen } from '@linli/domain';
import { countedFigures } from '../cases/index.ts';
import type { CaseFact, Mark } from './case-fact.ts';
import type { FigureKey } from './figure-keys.ts';
import { roundMarks } from './fold-fact.ts';

/** What a void case still counts for: that it was reported and filed, wrongly, and on which days people worked on it. */
const keptWhenVoid: ReadonlySet<FigureKey> = new Set([
  'reported',
  'reportedByWorkers',
  'reportedByCitizens',
  'filed',
  'filedLate',
  'voided',
  'acceptedOn',
  'dispatchedOn',
  'handledOn',
  'checkedOn',
  'ratedOn',
  'open',
  'overdue',
]);

/** What a case left out of the figures still counts for: that somebody has to act, and on which days people worked on it. */
const keptWhenExcluded: ReadonlySet<FigureKey> = new Set([
  'acceptedOn',
  'dispatchedOn',
  'handledOn',
  'checkedOn',
  'ratedOn',
  'closedOn',
  'open',
  'overdue',
]);

const openedByMark: ReadonlySet<FigureKey> = new Set(Object.values(countedFigures).flat());

/** Every figure this case counts for, as it stands. The tables hold nothing but the sum of these over all facts. */
export function marksOf(fact: CaseFact): Mark[] {
  const marks = [
    ...reportMarks(fact),
    ...filingMarks(fact),
    ...fact.fold.settled,
    ...roundMarks(fact.fold),
    ...closedMarks(fact),
    ...missedMarks(fact),
  ];
  if (fact.fold.excluded) return marks.filter(([key]) => keptWhenExcluded.has(key));
  return fact.state === 'void' ? marks.filter(([key]) => keptWhenVoid.has(key)) : marks;
}

/** Marks as they are kept with the case: by figure and unit, `-` where none, the days, each as often as it counts. */
export interface KeptMarks {
  marks: Partial<Record<FigureKey, Record<string, string[]>>>;
  markedFrom: string | null;
  markedUntil: string | null;
}

/** What the case itself is found by when a figure is opened. What stands now opens by state instead, and what was done on a day by its steps. */
export function keptMarks(fact: CaseFact): KeptMarks {
  const marks: KeptMarks['marks'] = {};
  const days: string[] = [];
  for (const [key, day, unitId, count] of marksOf(fact)) {
    if (!openedByMark.has(key) || count <= 0) continue;
    const unit = unitId ?? '-';
    const ofFigure = marks[key] ?? {};
    marks[key] = { ...ofFigure, [unit]: [...(ofFigure[unit] ?? []), ...Array<string>(count).fill(day)] };
    days.push(day);
  }
  days.sort();
  return { marks, markedFrom: days[0] ?? null, markedUntil: days.at(-1) ?? null };
}

function reportMarks({ fold }: CaseFact): Mark[] {
  const marks: Mark[] = [['reported', fold.reportedDay, null, 1]];
  if (fold.origin === 'worker') marks.push(['reportedByWorkers', fold.reportedDay, null, 1]);
  if (fold.origin === 'citizen') marks.push(['reportedByCitizens', fold.reportedDay, null, 1]);
  if (fold.hotline) marks.push(['complaints', fold.reportedDay, null, 1]);
  return marks;
}

/** A duplicate and a declined report were decided on but not filed, also where a rule had accepted them at once. */
function filingMarks({ fold, state }: CaseFact): Mark[] {
  const { filed, decidedDay } = fold;
  if (state === 'declined' || state === 'merged') return decidedDay ? [['notFiled', decidedDay, null, 1]] : [];
  if (!filed) return [];
  const marks: Mark[] = [['filed', filed.day, null, 1]];
  if (filed.late) marks.push(['filedLate', filed.day, null, 1]);
  if (state === 'void') marks.push(['voided', filed.day, null, 1]);
  if (fold.origin === 'worker') marks.push(['validReported', fold.reportedDay, null, 1]);
  if (fold.origin === 'citizen') marks.push(['publicVerified', filed.day, null, 1]);
  return marks;
}

/** The day it was closed, until it is reopened: as the inbox filters. */
function closedMarks({ fold }: CaseFact): Mark[] {
  return fold.closed ? [['closedOn', fold.closed.onDay, fold.closed.unitId, 1]] : [];
}

/** Missed and still not done. While a case is suspended its clocks stand still and it is asked of nobody. */
function missedMarks({ fold, state, unitId }: CaseFact): Mark[] {
  if (!isOpen(state) || state === 'suspended') return [];
  const { ranOut } = fold;
  const marks: Mark[] = [];
  const miss = (key: FigureKey, dueAt: string | undefined, by: string | null) => {
    if (dueAt !== undefined) marks.push([key, dayOf(new Date(dueAt)), by, 1]);
  };
  if (!fold.handled) miss('overdueUnhandled', ranOut.handle, unitId);
  miss('overdueUnclosed', ranOut.total, unitId);
  if (state === 'accepted') miss('undispatched', ranOut.dispatch, null);
  if (state === 'handled') miss('unchecked', ranOut.check, unitId);
  return marks;
}
