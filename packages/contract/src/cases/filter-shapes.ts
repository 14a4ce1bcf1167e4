import { z } from 'zod';
import { unitKinds } from '../org/shapes.ts';
import { CaseStateName, channels, pendingKinds, StageKey } from './shapes.ts';

export const caseOrders = ['due', 'newest', 'oldest', 'changed'] as const;
/** The six steps of a case that the screen counts. */
export const caseSteps = ['report', 'accept', 'dispatch', 'handle', 'check', 'rate'] as const;
export type CaseStep = (typeof caseSteps)[number];
/** The figures that open to the cases they were counted from; figures that come by subtraction do not. */
export const countedKeys = [
  'reported',
  'reportedByWorkers',
  'reportedByCitizens',
  'validReported',
  'publicVerified',
  'accepted',
  'filed',
  'voided',
  'dueForDispatch',
  'dispatched',
  'dispatchedWrong',
  'dueForHandling',
  'handled',
  'overdueUnhandled',
  'dueForClosing',
  'closed',
  'overdueUnclosed',
  'reworked',
  'extended',
  'suspended',
  'returned',
  'reopened',
  'dueForCheck',
  'dueForFirstContact',
  'firstContacted',
  'solved',
  'explained',
  'solvedOrExplained',
  'rated',
  'satisfied',
  'complaints',
] as const;
export type CountedKey = (typeof countedKeys)[number];
/** Filters shared by lists, counts and exports; all optional and joined by "and". */
export const caseFilter = {
  states: z.array(CaseStateName).max(10).optional(),
  open: z.boolean().optional(),
  typeCodes: z.array(z.string()).max(60).optional(),
  areaId: z.uuid().optional(),
  /** A joint community: the cases of all its areas. */
  areaGroupId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  /** The post it was sent to. */
  postId: z.uuid().optional(),
  /** Waits in the pool of this kind of unit, taken by nobody. */
  poolKind: z.enum(unitKinds).optional(),
  /** Missed and neither done nor standing still. */
  overdue: z.boolean().optional(),
  dueBefore: z.iso.datetime().optional(),
  pending: z.enum([...pendingKinds, 'any']).optional(),
  supervised: z.boolean().optional(),
  channel: z.enum(channels).optional(),
  reportedFrom: z.iso.datetime().optional(),
  reportedUntil: z.iso.datetime().optional(),
  closedFrom: z.iso.datetime().optional(),
  closedUntil: z.iso.datetime().optional(),
  /** A step taken from `stepFrom` until before `stepUntil`, however the case went on; the three go together. */
  step: z.enum(caseSteps).optional(),
  stepFrom: z.iso.datetime().optional(),
  stepUntil: z.iso.datetime().optional(),
  /** Counted in this figure on one of these days, both included; the three go together. */
  counted: z.enum(countedKeys).optional(),
  countedFrom: z.iso.date().optional(),
  countedUntil: z.iso.date().optional(),
  /** With `counted`: only where the deed was this unit's, whoever has the case now. */
  countedUnitId: z.uuid().optional(),
  maxRating: z.number().int().min(1).max(5).optional(),
  text: z.string().trim().max(60).optional(),
  /** The heading its kind stands under, and the pack it comes from. */
  group: z.string().max(40).optional(),
  pack: z.string().max(40).optional(),
  /** Stands at this stage of its procedure. */
  stage: StageKey.optional(),
  /** Duties and findings of that case. */
  parentId: z.uuid().optional(),
  excluded: z.boolean().optional(),
  sealed: z.boolean().optional(),
  /** A unit of the reader belongs to its task force. */
  partsMine: z.boolean().optional(),
  callId: z.uuid().optional(),
  /** The last way taken out of a stage of its procedure. */
  outcome: StageKey.optional(),
  /** Closed through its procedure, whatever the way. */
  ended: z.boolean().optional(),
  /** Never reopened, or reopened at least once. */
  firstRound: z.boolean().optional(),
  /** The clock of the stage it stands at has run out and neither stands still nor was begun anew. */
  stageLate: z.boolean().optional(),
  /** Closed before what the reporter was promised, or not; cases without a promise are in neither. */
  promiseKept: z.boolean().optional(),
  /** Lies with no unit, post or pool: the desk has it. */
  atDesk: z.boolean().optional(),
} as const;
export const CaseFilter = z.object(caseFilter);
export type CaseFilter = z.infer<typeof CaseFilter>;

/** Published and past answers: by kind and two letters or more, paged by key. */
export const answerFilter = {
  typeCode: z.string().max(40).optional(),
  group: z.string().max(40).optional(),
  text: z.string().trim().min(2).max(60).optional(),
  after: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(30),
} as const;
