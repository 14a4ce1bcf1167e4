import type { WorkCalendar } from '../time/calendar.ts';
import { deadlineFrom, moveDeadline } from '../time/deadline.ts';
import {
  changingKinds,
  type RefusalGround,
  type RightsAct,
  type RightsKind,
  type RightsOutcome,
  type RightsState,
  rightsTable,
} from './rights-request.ts';

/** Days within which an answer must be out, whatever a site sets for itself (GB/T 35273; rules.md 6.1). */
const capDays = 30;
/** Of an objection to an answer: how long it may be brought. */
export const objectionDays = 60;

/** A request as its acts have left it. */
export interface RightsRequest {
  readonly kind: RightsKind;
  readonly state: RightsState;
  /** Where `supply` leads back to. */
  readonly back: RightsState | null;
  readonly dueAt: Date;
  /** The hard end; `dueAt` never lies behind it. */
  readonly latestAt: Date;
  readonly waitingSince: Date | null;
  readonly outcome: RightsOutcome | null;
  readonly ground: RefusalGround | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly objected: boolean;
}

/** One act: who, when, and of an answer what it says. */
export type RightsStep = {
  readonly act: RightsAct;
  readonly at: Date;
  readonly by: string | null;
  readonly words: string;
  readonly outcome?: RightsOutcome;
  readonly ground?: RefusalGround;
};

export const rightsRefusals = [
  'rights-act-not-now',
  'rights-words-needed',
  'rights-ground-needed',
  'rights-not-accepted',
  'rights-objection-late',
  'second-person-needed',
] as const;
export type RightsRefusal = (typeof rightsRefusals)[number];

/** A new request with its two clocks: the site's own in working days, and the cap. Throws `CalendarError` as `deadlineFrom` does. */
export function openRights(
  kind: RightsKind,
  at: Date,
  limits: { answerWorkDays: number; calendar: WorkCalendar },
): RightsRequest {
  const latestAt = new Date(at.getTime() + capDays * 86_400_000);
  const own = deadlineFrom(at, { value: limits.answerWorkDays, unit: 'work-day' }, limits.calendar);
  return {
    kind,
    state: 'submitted',
    back: null,
    dueAt: own < latestAt ? own : latestAt,
    latestAt,
    waitingSince: null,
    outcome: null,
    ground: null,
    answeredAt: null,
    answeredBy: null,
    objected: false,
  };
}

/** Acts the state allows, in the order of the loop; who may do them is another question. */
export function allowedRightsActs(request: Pick<RightsRequest, 'state' | 'objected'>): RightsAct[] {
  const acts = Object.keys(rightsTable) as RightsAct[]; // Object.keys forgets the literal keys
  return acts.filter((act) => rightsTable[act].from.includes(request.state) && !(act === 'object' && request.objected));
}

/** Why a step cannot be taken; null = it can. */
export function refuseRightsStep(request: RightsRequest, step: RightsStep): RightsRefusal | null {
  if (!allowedRightsActs(request).includes(step.act)) return 'rights-act-not-now';
  if (needsWords(step) && step.words.trim().length < 2) return 'rights-words-needed';
  if (step.act === 'object' && request.answeredAt && isLate(request.answeredAt, step.at))
    return 'rights-objection-late';
  if (step.act !== 'answer') return null;
  if (step.outcome === undefined) return 'rights-act-not-now';
  if (step.outcome !== 'granted' && step.ground === undefined) return 'rights-ground-needed';
  if (step.outcome !== 'refused' && changes(request.kind) && !isReady(request.state)) return 'rights-not-accepted';
  if (request.state === 'objection' && step.by === request.answeredBy) return 'second-person-needed';
  return null;
}

/** What a step makes of a request. Only for steps `refuseRightsStep` lets through. */
export function applyRightsStep(request: RightsRequest, step: RightsStep, calendar: WorkCalendar): RightsRequest {
  const { to } = rightsTable[step.act];
  const state = to === 'back' ? (request.back ?? 'registered') : to;
  switch (step.act) {
    case 'ask-more':
      return { ...request, state, back: request.state, waitingSince: step.at };
    case 'supply':
      return { ...request, ...resumed(request, step.at, calendar), state, back: null, waitingSince: null };
    case 'take-back':
      return { ...request, state, waitingSince: null };
    case 'answer':
      return {
        ...request,
        state,
        outcome: step.outcome ?? null,
        ground: step.outcome === 'granted' ? null : (step.ground ?? null),
        answeredAt: step.at,
        answeredBy: step.by,
      };
    case 'object':
      return { ...request, ...reopened(step.at, calendar), state, objected: true };
    default:
      return { ...request, state };
  }
}

/** How a request stands to its clock. */
export function isOverdue(request: Pick<RightsRequest, 'state' | 'dueAt' | 'waitingSince'>, now: Date): boolean {
  const isOpen = request.state !== 'answered' && request.state !== 'taken-back';
  return isOpen && request.waitingSince === null && now >= request.dueAt;
}

function needsWords(step: RightsStep): boolean {
  const isRefusal = step.act === 'answer' && step.outcome !== 'granted';
  return isRefusal || step.act === 'ask-more' || step.act === 'supply' || step.act === 'object';
}

function isLate(answeredAt: Date, at: Date): boolean {
  return at.getTime() - answeredAt.getTime() > objectionDays * 86_400_000;
}

function changes(kind: RightsKind): boolean {
  return (changingKinds as readonly RightsKind[]).includes(kind); // widen the literal tuple for includes
}

function isReady(state: RightsState): boolean {
  return state === 'accepted' || state === 'objection';
}

/** What was left when the clock stopped is left when it goes on; the asker's own days are nobody's delay. */
function resumed(request: RightsRequest, at: Date, calendar: WorkCalendar): Pick<RightsRequest, 'dueAt' | 'latestAt'> {
  if (request.waitingSince === null) return request;
  const waited = Math.max(0, at.getTime() - request.waitingSince.getTime());
  const latestAt = new Date(request.latestAt.getTime() + waited);
  const dueAt = moveDeadline(request.dueAt, request.waitingSince, at, 'work-day', calendar);
  return { latestAt, dueAt: dueAt < latestAt ? dueAt : latestAt };
}

/** An objection has the whole time again. */
function reopened(at: Date, calendar: WorkCalendar): Pick<RightsRequest, 'dueAt' | 'latestAt'> {
  const { dueAt, latestAt } = openRights('explain', at, { answerWorkDays: 15, calendar });
  return { dueAt, latestAt };
}
