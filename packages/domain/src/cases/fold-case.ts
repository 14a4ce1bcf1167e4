import type { CaseAction } from './case-action.ts';
import type { CaseFold } from './case-fold.ts';
import {
  begunParts,
  droppedParts,
  dueParts,
  finishedParts,
  missedParts,
  pausedParts,
  renewedParts,
  wokenParts,
} from './case-parts.ts';
import { signed } from './case-signing.ts';
import { pauseClocks, stepClocks } from './clocks.ts';
import { asked, granted, stillPending } from './fold-request.ts';
import { advanced, firstStage, noStage } from './fold-stage.ts';
import { isOpen } from './loop.ts';

/**
 * The case its stored actions make, in order. The first must be a report.
 * Trusts what was stored: whether an action may happen is asked before, with `applyAction`.
 */
export function foldCase(actions: readonly CaseAction[]): CaseFold {
  const [first, ...others] = actions;
  if (!first) throw new Error('A case begins with a report');
  const fold = step(beginning(first), first);
  // One record written to: a case is folded on every read of its page.
  for (const action of others) step(fold, action);
  return fold;
}

/** The case after one more stored action; null = before the report. */
export function foldAction(before: CaseFold | null, action: CaseAction): CaseFold {
  return step(before ? { ...before } : beginning(action), action);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function step(fold: Writable<CaseFold>, action: CaseAction): Writable<CaseFold> {
  Object.assign(fold, changes(fold, action));
  fold.lastAt = action.at;
  fold.pending = stillPending(fold);
  fold.clocks = stepClocks(fold.clocks, action, { ended: !isOpen(fold.state), reportedAt: fold.reportedAt });
  if (action.due) fold.parts = dueParts(fold.parts, action.due, { at: action.at, moves: action.kind === 'resume' });
  if (fold.state === 'suspended') {
    fold.clocks = pauseClocks(fold.clocks, action.at);
    fold.parts = pausedParts(fold.parts, action.at);
  }
  if (!isOpen(fold.state)) fold.parts = droppedParts(fold.parts);
  return fold;
}

function changes(fold: CaseFold, action: CaseAction): Partial<CaseFold> {
  const { at, actorId } = action;
  switch (action.kind) {
    case 'report':
    case 'note':
    // What a case is taken to be is not part of its story's state: its clocks are set anew.
    case 'retype':
    case 'remind':
    case 'escalate':
      return {};
    case 'overdue':
      return action.data.unitId === undefined ? {} : { parts: missedParts(fold.parts, action.data.unitId) };
    case 'accept':
      return { state: 'accepted' };
    case 'decline':
      return { state: 'declined' };
    case 'object':
      return { state: 'reported', declinedObjected: true };
    case 'merge':
      return { state: 'merged', mergedInto: action.data.parentId };
    case 'dispatch':
      return {
        state: 'dispatched',
        dispatchedAt: at,
        target: action.data.target,
        ruling: action.data.ruling === true,
        returnUntil: instant(action.due?.['return-window']),
        handlerId: null,
        handleBy: action.data.handleBy ?? fold.handleBy,
        parts: begunParts(action.data.parts ?? [], []),
      };
    case 'take':
      return {
        state: 'in-hand',
        handlerId: actorId,
        handlerIds: withId(fold.handlerIds, actorId),
        ...firstStage(fold, action),
      };
    case 'return':
      return { state: 'accepted', returnCount: fold.returnCount + 1, target: null, returnUntil: null, parts: [] };
    case 'handle':
      return handled(fold, action);
    case 'check-pass':
      return { state: 'closed', closedAt: at };
    case 'check-fail':
      return {
        state: 'in-hand',
        reworkCount: fold.reworkCount + 1,
        result: null,
        handledAt: null,
        stage: fold.lastStage,
        stageEnteredAt: fold.lastStage === null ? null : at,
      };
    case 'rate':
      return { rating: action.data.score, ratedAt: at };
    case 'reopen':
      return reopened(fold);
    case 'resume':
      return {
        state: 'in-hand',
        suspendedAt: null,
        suspensionApprovedBy: null,
        parts: wokenParts(fold.parts),
      };
    case 'ask-extension':
    case 'ask-suspension':
    case 'ask-void':
    case 'ask-exclusion':
      return { pending: asked(action) };
    case 'grant':
      return granted(fold, action);
    case 'refuse':
      return { pending: null };
    case 'contact':
      return action.data.reached && fold.contactedAt === null ? { contactedAt: at } : {};
    case 'urge':
      return { urgedCount: fold.urgedCount + 1 };
    case 'supervise':
      return { supervised: true };
    case 'join':
      return joined(fold, action);
    case 'tick':
      return { ticked: tickedAfter(fold.ticked, action.data.key, action.data.done) };
    case 'split':
      return { parts: begunParts(action.data.parts, fold.parts) };
    case 'finish-part':
      return {
        // Rows from before answers existed carry none: they were done.
        parts: finishedParts(fold.parts, {
          unitId: action.data.unitId,
          answer: action.data.answer ?? 'done',
          words: action.data.words ?? null,
          at,
        }),
        handlerIds: withId(fold.handlerIds, actorId),
      };
    case 'sign':
      return { signatures: signed(fold.signatures, action) };
    case 'advance':
      return advanced(fold, action);
    case 'open-child':
      return { childIds: withId(fold.childIds, action.data.childId) };
    case 'answer':
      return { answeredIds: withId(fold.answeredIds, action.data.callerId) };
    default:
      return action satisfies never;
  }
}

type ActionOf<K extends CaseAction['kind']> = Extract<CaseAction, { kind: K }>;

function joined(fold: CaseFold, { actorId, data }: ActionOf<'join'>): Partial<CaseFold> {
  const id = data.reporterId ?? actorId;
  return {
    reporterIds: withId(fold.reporterIds, id),
    ...(data.invited || data.party ? { invitedIds: withId(fold.invitedIds, id) } : {}),
    ...(data.unitId === undefined ? {} : { namedIds: withId(fold.namedIds, id) }),
  };
}

function handled(fold: CaseFold, action: ActionOf<'handle'>): Partial<CaseFold> {
  const closes = action.data.sampled === false;
  let ticked = fold.ticked;
  for (const key of action.data.ticked ?? []) ticked = tickedAfter(ticked, key, true);
  return {
    state: closes ? 'closed' : 'handled',
    result: action.data.result,
    handledAt: action.at,
    closedAt: closes ? action.at : null,
    handlerId: action.actorId,
    handlerIds: withId(fold.handlerIds, action.actorId),
    handledOnTheSpot: fold.state !== 'in-hand',
    closingForm: action.data.form ?? null,
    // Only cases taken over from elsewhere are handled from within a procedure.
    stage: null,
    lastStage: fold.stage,
    stageEnteredAt: null,
    answer: action.data.words ?? fold.answer,
    ticked,
  };
}

function reopened(fold: CaseFold): Partial<CaseFold> {
  return {
    state: fold.target === null ? 'accepted' : 'dispatched',
    round: fold.round + 1,
    // The unit that handled it badly cannot send it away: it had its return window in the first round.
    returnUntil: null,
    handlerId: null,
    handledOnTheSpot: false,
    rating: null,
    ratedAt: null,
    result: null,
    handledAt: null,
    closedAt: null,
    ticked: [],
    parts: renewedParts(fold.parts),
    ...noStage,
  };
}

function beginning(action: CaseAction): CaseFold {
  if (action.kind !== 'report') throw new Error('A case begins with a report');
  const reporterId = action.data.reporterId === undefined ? action.actorId : action.data.reporterId;
  return {
    state: 'reported',
    round: 1,
    reworkCount: 0,
    returnCount: 0,
    extensionCount: 0,
    target: null,
    ruling: false,
    returnUntil: null,
    handlerId: null,
    handlerIds: [],
    reporterIds: withId([], reporterId),
    invitedIds: [],
    namedIds: [],
    staffReporterId: isStaff(action.data.reporterKind) ? reporterId : null,
    ownReporterId: action.data.reporterKind === 'unit' || action.data.reporterKind === 'committee' ? reporterId : null,
    pending: null,
    mergedInto: null,
    rating: null,
    ratedAt: null,
    suspendedAt: null,
    suspensionApprovedBy: null,
    supervised: false,
    urgedCount: 0,
    contactedAt: null,
    declinedObjected: false,
    ticked: [],
    parts: [],
    ...noStage,
    excluded: null,
    childIds: [],
    answeredIds: [],
    handleBy: null,
    result: null,
    handledOnTheSpot: false,
    reportedAt: action.at,
    dispatchedAt: null,
    handledAt: null,
    closedAt: null,
    lastAt: action.at,
    clocks: {},
  };
}

function isStaff(kind: Extract<CaseAction, { kind: 'report' }>['data']['reporterKind']): boolean {
  return kind !== undefined && kind !== 'resident' && kind !== 'anonymous';
}

function tickedAfter(ticked: readonly string[], key: string, done: boolean): readonly string[] {
  if (!done) return ticked.filter((other) => other !== key);
  return withId(ticked, key);
}

function withId(ids: readonly string[], id: string | null): readonly string[] {
  return id === null || ids.includes(id) ? ids : [...ids, id];
}

function instant(iso: string | undefined): Date | null {
  return iso === undefined ? null : new Date(iso);
}
