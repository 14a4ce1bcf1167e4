import { type CaseState, dayOf, isOpen } from '@linli/domain';
import type { CaseEvent, CaseFact, DueDeed, FactFold, Mark } from './case-fact.ts';
import type { FigureKey } from './figure-keys.ts';
import { isHandling, ranOutAfter } from './ran-out.ts';

/** Who tells the desk is a citizen too, and so are requests taken over from a hotline. */
const origins: Readonly<Record<string, FactFold['origin']>> = {
  resident: 'citizen',
  anonymous: 'citizen',
  desk: 'citizen',
  hotline: 'citizen',
  import: 'citizen',
  field: 'worker',
  committee: 'worker',
  unit: 'worker',
};

/**
 * The fact after one more event; null = before the first. Pure: the same events in order make the same fact. A case whose report
 * is not in the journal begins with whatever is, so that one odd row cannot stop all figures.
 */
export function foldFact(before: CaseFact | null, event: CaseEvent): CaseFact {
  const { data } = event;
  const start = before ?? beginning(event);
  const fold: FactFold = { ...start.fold, settled: [...start.fold.settled] };
  const ranOut = ranOutAfter(start, event);
  record(fold, start, event);
  fold.ranOut = ranOut;
  fold.due = { handle: data.due.handle, total: data.due.total };
  const overdueSince = isOverdue(data.state, ranOut) ? (Object.values(ranOut).sort()[0] ?? null) : null;
  const day = dayOf(event.at);
  add(fold, ['open', day, null, Number(isOpen(data.state)) - Number(before !== null && isOpen(start.state))]);
  add(fold, ['overdue', day, null, Number(overdueSince !== null) - Number(start.overdueSince !== null)]);
  return {
    ...start,
    seq: event.seq,
    // The desk may take it for another kind: all it counts for goes over to that one.
    typeCode: data.typeCode,
    area2Id: data.areas[2],
    area3Id: data.areas[3],
    area4Id: data.areas[4],
    state: data.state,
    unitId: data.unitId,
    holder: holderOf(event),
    overdueSince,
    fold,
  };
}

function record(fold: FactFold, before: CaseFact, event: CaseEvent): void {
  const { data } = event;
  const day = dayOf(event.at);
  const unitId = data.unitId;
  const tell = (key: FigureKey, onDay = day, unit = unitId) => add(fold, [key, onDay, unit, 1]);
  switch (event.kind) {
    case 'case.accepted':
      fold.filed ??= { day, late: data.onTime.accept === false };
      once(fold, 'acceptedOn', day);
      fold.decidedDay ??= day;
      return;
    case 'case.declined':
    case 'case.merged':
      fold.decidedDay ??= day;
      return;
    case 'case.objected':
      fold.filed = null;
      fold.decidedDay = null;
      return;
    case 'case.dispatched':
      tell('dispatched');
      if (data.onTime.dispatch === false) tell('dispatchedLate');
      once(fold, 'dispatchedOn', day);
      fold.dispatchedDay = day;
      return;
    case 'case.returned':
      tell('returned', day, before.unitId);
      tell('dispatchedWrong', fold.dispatchedDay ?? day, before.unitId);
      return;
    case 'case.handled':
    case 'case.stage-advanced':
      if (!isHandling(event)) return;
      handle(fold, event, day);
      once(fold, 'handledOn', day);
      if (data.state === 'closed') close(fold, event, day);
      return;
    case 'case.check-passed':
    case 'case.check-failed':
      tell('checked');
      if (data.onTime.check === false) tell('checkedLate');
      once(fold, 'checkedOn', day);
      if (event.kind === 'case.check-passed') {
        close(fold, event, day);
        return;
      }
      tell('reworked');
      fold.handled = null;
      fold.result = null;
      return;
    case 'case.rated':
      fold.rating = { day, score: Number(data.of.score), unitId };
      once(fold, 'ratedOn', day);
      return;
    case 'case.reopened':
      tell('reopened');
      settleRound(fold);
      return;
    case 'case.request-granted':
      if (data.of.request === 'exclusion') fold.excluded = true;
      else if (data.state !== 'void') tell(data.state === 'suspended' ? 'suspended' : 'extended');
      return;
    case 'case.contacted':
      if (!fold.contactSettled) tell(data.onTime['first-contact'] === false ? 'contactLate' : 'contacted');
      fold.contactSettled = true;
      return;
    case 'case.overdue':
      if (data.of.clock !== 'first-contact' || fold.contactSettled) return;
      fold.contactSettled = true;
      tell('contactLate');
      return;
  }
}

/** Solved on the spot was never at the desk: whoever solved it has found it true. */
function handle(fold: FactFold, event: CaseEvent, day: string): void {
  const { due, onTime, unitId, of } = event.data;
  fold.filed ??= { day, late: false };
  fold.decidedDay ??= day;
  fold.handled = { dueDay: dueDay(due.handle), late: onTime.handle === false, unitId };
  fold.result = of.result === 'solved' || of.result === 'explained' ? [of.result, day, unitId, 1] : null;
}

function close(fold: FactFold, event: CaseEvent, day: string): void {
  const { due, onTime, unitId } = event.data;
  fold.closed = { dueDay: dueDay(due.total), late: onTime.total === false, unitId, onDay: day };
}

/** What this round came to stays counted when the next begins. */
function settleRound(fold: FactFold): void {
  for (const mark of roundMarks(fold)) add(fold, mark);
  fold.handled = null;
  fold.result = null;
  fold.closed = null;
  fold.rating = null;
}

/** The marks of what was done in the present round. */
export function roundMarks(fold: FactFold): Mark[] {
  const { rating } = fold;
  const marks = [...dueMarks('handled', 'handledLate', fold.handled), ...dueMarks('closed', 'closedLate', fold.closed)];
  if (fold.result) marks.push(fold.result);
  if (rating) marks.push(['rated', rating.day, rating.unitId, 1]);
  if (rating && rating.score >= 4) marks.push(['satisfied', rating.day, rating.unitId, 1]);
  return marks;
}

function dueMarks(key: FigureKey, lateKey: FigureKey, deed: DueDeed | null): Mark[] {
  if (!deed?.dueDay) return [];
  const done: Mark = [key, deed.dueDay, deed.unitId, 1];
  return deed.late ? [done, [lateKey, deed.dueDay, deed.unitId, 1]] : [done];
}

/** A case counts once for a step on a day, however often it was taken. */
function once(fold: FactFold, key: FigureKey, day: string): void {
  if (!fold.settled.some((mark) => mark[0] === key && mark[1] === day)) add(fold, [key, day, null, 1]);
}

/** Adds up what falls on the same day and unit; what comes to nothing is not kept. */
function add(fold: FactFold, [key, day, unitId, count]: Mark): void {
  if (count === 0) return;
  const index = fold.settled.findIndex((mark) => mark[0] === key && mark[1] === day && mark[2] === unitId);
  const known = fold.settled[index];
  if (!known) {
    fold.settled.push([key, day, unitId, count]);
    return;
  }
  const sum = known[3] + count;
  fold.settled.splice(index, 1, ...(sum === 0 ? [] : [[key, day, unitId, sum] satisfies Mark]));
}

function isOverdue(state: CaseState, ranOut: FactFold['ranOut']): boolean {
  return isOpen(state) && state !== 'suspended' && Object.keys(ranOut).length > 0;
}

function holderOf({ data }: CaseEvent): string | null {
  switch (data.state) {
    case 'reported':
    case 'accepted':
      return 'desk';
    case 'handled':
      return 'check';
    case 'dispatched':
    case 'in-hand':
    case 'suspended':
      if (data.unitId) return `unit:${data.unitId}`;
      if (data.postId) return `post:${data.postId}`;
      return data.unitKind ? `pool:${data.unitKind}` : 'desk';
    default:
      return null;
  }
}

function dueDay(iso: string | null): string | null {
  return iso === null ? null : dayOf(new Date(iso));
}

function beginning(event: CaseEvent): CaseFact {
  const { data } = event;
  const fold: FactFold = {
    reportedDay: dayOf(event.at),
    origin: origins[data.channel] ?? 'other',
    ...(data.channel === 'hotline' ? { hotline: true } : {}),
    filed: null,
    decidedDay: null,
    dispatchedDay: null,
    contactSettled: false,
    handled: null,
    result: null,
    closed: null,
    rating: null,
    due: { handle: null, total: null },
    ranOut: {},
    settled: [],
  };
  return {
    caseId: event.caseId,
    seq: event.seq,
    siteId: data.siteId,
    area2Id: null,
    area3Id: null,
    area4Id: null,
    typeCode: data.typeCode,
    state: data.state,
    unitId: null,
    holder: null,
    overdueSince: null,
    fold,
  };
}
