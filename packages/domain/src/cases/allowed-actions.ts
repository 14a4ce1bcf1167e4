import { addDays, dayOf, startOfDay } from '../time/calendar.ts';
import type { CaseFold } from './case-fold.ts';
import { areAllFinished, hasPartJustRunOut, isPartRunning } from './case-parts.ts';
import { refuseSigning } from './case-signing.ts';
import { type CaseActionKind, type CaseRelation, caseActionKinds } from './case-state.ts';
import { type CaseTypeDefinition, clockNames } from './case-type.ts';
import { type ClockState, isRunning } from './clocks.ts';
import { type CaseLoopRow, caseLoop, isInTable } from './loop.ts';
import type { RefusalCode } from './refusal-codes.ts';
import { currentStage, refuseAdvance, refuseFinishPart } from './stage-rules.ts';

/** Who acts, as the server's policy sees him towards this one case. */
export type CaseActor = {
  /** null = the system, or somebody not signed in. */
  readonly accountId: string | null;
  readonly unitId?: string | null;
  readonly relations: ReadonlySet<CaseRelation>;
};

type Question = {
  readonly fold: CaseFold;
  readonly actor: CaseActor;
  readonly now: Date;
  readonly type: CaseTypeDefinition;
};

/** The actions this actor could take now with fitting data; null = before the report. Buttons are drawn from this. */
export function allowedActions(
  fold: CaseFold | null,
  actor: CaseActor,
  now: Date,
  type: CaseTypeDefinition,
): CaseActionKind[] {
  return caseActionKinds.filter((kind) => refusalFor(kind, fold, actor, now, type) === null);
}

/** Why the action is refused whatever data it carries; null = it may be taken. State before person before details. */
export function refusalFor(
  kind: CaseActionKind,
  fold: CaseFold | null,
  actor: CaseActor,
  now: Date,
  type: CaseTypeDefinition,
): RefusalCode | null {
  if (!isInTable(kind, fold?.state ?? null)) return 'wrong-state';
  const standing = standingOf(kind, fold, actor);
  if (!isEntitled(kind, standing)) return 'not-entitled';
  if (fold === null) return refuseReport(actor, type);
  return conditions[kind]?.({ fold, actor: standing, now, type }) ?? null;
}

/** What a reporter may do that the other side may too. */
const invitedMay: ReadonlySet<CaseActionKind> = new Set<CaseActionKind>(['note', 'urge', 'sign']);

/** Who came in by an invitation or a merge is another side: the report is not theirs to object to, check, rate, reopen or move on. */
function standingOf(kind: CaseActionKind, fold: CaseFold | null, actor: CaseActor): CaseActor {
  const isInvited = actor.accountId !== null && fold?.invitedIds.includes(actor.accountId) === true;
  if (!isInvited || invitedMay.has(kind)) return actor;
  return { ...actor, relations: new Set([...actor.relations].filter((relation) => relation !== 'reporter')) };
}

/** Whether the table names any relation the actor stands in. */
export function isEntitled(kind: CaseActionKind, actor: CaseActor): boolean {
  const { by }: CaseLoopRow = caseLoop[kind];
  if (actor.accountId === null && kind !== 'report') return by.includes('system') && actor.relations.has('system');
  return by.includes('anyone') || by.some((relation) => actor.relations.has(relation));
}

function refuseReport(actor: CaseActor, type: CaseTypeDefinition): RefusalCode | null {
  if (actor.accountId !== null || actor.relations.has('system') || type.reporters.includes('anonymous')) return null;
  return 'reporter-not-allowed';
}

/** What the table cannot say. A kind without a row needs nothing more than state and relation. */
const conditions: Partial<Record<CaseActionKind, (question: Question) => RefusalCode | null>> = {
  object: ({ fold }) => (fold.declinedObjected ? 'already-objected' : null),
  take: ({ fold, actor }) => {
    if (actor.relations.has('handler') || fold.target?.kind === 'pool') return null;
    return 'not-entitled';
  },
  return: ({ fold, now, type }) => {
    if (fold.ruling || fold.returnCount >= type.returns.max) return 'returns-used-up';
    return fold.returnUntil === null || now >= fold.returnUntil ? 'return-window-over' : null;
  },
  handle: refuseHandling,
  'check-pass': refuseCheck,
  'check-fail': refuseCheck,
  rate: ({ fold, type }) => {
    if (!type.rating.enabled) return 'rating-off';
    return fold.rating === null ? null : 'already-rated';
  },
  reopen: ({ fold, now, type }) => (isReopenWindowOver(fold, now, type) ? 'reopen-window-over' : null),
  // Nobody calls themselves.
  contact: ({ fold, actor }) => (isOwnOnly(fold, actor.accountId) ? 'not-entitled' : null),
  'ask-extension': ({ fold, now, type }) => {
    if (fold.pending) return 'request-pending';
    if (fold.extensionCount >= type.extension.max) return 'extension-used-up';
    const clock = fold.clocks.handle;
    if (!clock || !type.deadlines.handle) return 'extension-without-deadline';
    return now >= clock.dueAt ? 'extension-after-deadline' : null;
  },
  'ask-suspension': ({ fold }) => (fold.pending ? 'request-pending' : null),
  'ask-void': ({ fold }) => (fold.pending ? 'request-pending' : null),
  'ask-exclusion': ({ fold }) => {
    if (fold.excluded !== null) return 'already-excluded';
    return fold.pending ? 'request-pending' : null;
  },
  grant: refuseDecision,
  refuse: refuseDecision,
  join: ({ fold, actor }) => {
    if (isDesk(actor)) return null;
    return actor.accountId !== null && fold.reporterIds.includes(actor.accountId) ? 'reporter-already-joined' : null;
  },
  tick: ({ type }) => (type.checklist.length === 0 ? 'unknown-item' : null),
  split: ({ fold, actor }) => (isDesk(actor) || isLead(fold, actor) ? null : 'not-the-lead'),
  'finish-part': ({ fold, actor, type }) => refuseFinishPart(fold, actor, type),
  sign: ({ fold, actor, type }) => refuseSigning(fold, actor.accountId, currentStage(fold, type)),
  advance: ({ fold, actor, now, type }) => refuseAdvance(fold, actor, now, type),
  remind: refuseReminder,
  escalate: refuseReminder,
  overdue: ({ fold, now }) => {
    const isOut = someClock(fold, (clock) => hasJustRunOut(clock, now));
    return isOut || fold.parts.some((part) => hasPartJustRunOut(part, now)) ? null : 'clock-not-out';
  },
};

function isOwnOnly({ ownReporterId, reporterIds }: CaseFold, accountId: string | null): boolean {
  return accountId !== null && ownReporterId === accountId && reporterIds.length === 1;
}

function refuseHandling({ fold, actor, type }: Question): RefusalCode | null {
  if (fold.state !== 'in-hand') {
    if (!type.selfHandle || type.stages.length > 0) return 'self-handle-off';
    // On the spot: only by the worker who found it.
    return actor.accountId !== null && fold.reporterIds.includes(actor.accountId) ? null : 'not-entitled';
  }
  if (type.stages.length > 0) return 'stages-unfinished';
  if (!isLead(fold, actor)) return 'not-the-lead';
  return areAllFinished(fold.parts) ? null : 'parts-unfinished';
}

function refuseCheck({ fold, actor, now, type }: Question): RefusalCode | null {
  if (actor.accountId !== null && hasWorkedOn(fold, actor.accountId)) return 'handler-cannot-check';
  if (actor.relations.has('checker') || actor.relations.has('duty-chief')) return null;
  if (type.checking.mode !== 'reporter') return 'not-entitled';
  if (actor.relations.has('reporter')) return null;
  // A reporter who stays silent until the checking deadline leaves the case to the system.
  const check = fold.clocks.check;
  return check && now >= check.dueAt ? null : 'not-entitled';
}

function hasWorkedOn(fold: CaseFold, accountId: string): boolean {
  return fold.handlerIds.includes(accountId) || Object.values(fold.stageBy).some((by) => by.includes(accountId));
}

function refuseReminder({ fold }: Question): RefusalCode | null {
  return someClock(fold, isRunning) || fold.parts.some(isPartRunning) ? null : 'clock-not-running';
}

function refuseDecision({ fold, actor }: Question): RefusalCode | null {
  if (fold.pending === null) return 'nothing-pending';
  return fold.pending.askedBy === actor.accountId ? 'second-person-needed' : null;
}

/** The day of closing is not counted; the window ends at 24:00 of its last day, working day or not. */
function isReopenWindowOver(fold: CaseFold, now: Date, type: CaseTypeDefinition): boolean {
  const { reopenDays } = type.rating;
  if (fold.closedAt === null || reopenDays === 0) return true;
  return now >= startOfDay(addDays(dayOf(fold.closedAt), reopenDays + 1));
}

/** Whether the clock's deadline has passed and nobody has recorded it yet. */
export function hasJustRunOut(clock: ClockState, now: Date): boolean {
  return isRunning(clock) && clock.window !== true && clock.ranOutAt === null && now >= clock.dueAt;
}

function isLead(fold: CaseFold, actor: CaseActor): boolean {
  const lead = fold.parts.find((part) => part.lead);
  return lead === undefined || lead.unitId === actor.unitId;
}

function isDesk(actor: CaseActor): boolean {
  return actor.relations.has('desk') || actor.relations.has('duty-chief');
}

function someClock(fold: CaseFold, test: (clock: ClockState) => boolean): boolean {
  return clockNames.some((name) => {
    const clock = fold.clocks[name];
    return clock !== undefined && test(clock);
  });
}
