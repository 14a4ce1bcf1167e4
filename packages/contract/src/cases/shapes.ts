import { CaseTypeDefinition, caseActionKinds, caseStates, clockNames, LocalText } from '@linli/domain';
import { z } from 'zod';
import { unitKinds } from '../org/shapes.ts';
import { AreaRef, Crs, Lat, Lng } from '../places/shapes.ts';

export const CaseStateName = z.enum(caseStates);
export const channels = ['resident', 'anonymous', 'field', 'desk', 'unit', 'committee', 'import', 'hotline'] as const;
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/);
export const FormValues = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(200)).max(60), z.null()]),
);
export const results = ['solved', 'explained', 'partly', 'not-possible'] as const;

/** Where it is. A point decides the micro-grid; where there is none, an area chosen by name does. */
export const PlaceInput = z.object({
  lng: Lng,
  lat: Lat,
  crs: Crs.default('wgs84'),
  address: z.string().trim().max(200).default(''),
});
export const CasePlace = z.object({
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  address: z.string(),
  areas: z.array(AreaRef),
});

/** A case as rows of any list show it. `due` is the clock that runs out next. */
export const CaseSummary = z.object({
  id: z.uuid(),
  number: z.string(),
  typeCode: z.string(),
  typeName: LocalText,
  title: z.string(),
  state: CaseStateName,
  round: z.number().int(),
  visibility: z.enum(['public', 'private']),
  channel: z.enum(channels),
  urgent: z.boolean(),
  supervised: z.boolean(),
  urgedCount: z.number().int(),
  place: CasePlace,
  reportedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  holder: z
    .object({ kind: z.enum(['unit', 'post', 'pool', 'desk']), id: z.uuid().nullable(), name: z.string() })
    .nullable(),
  due: z.object({ clock: z.enum(clockNames), at: z.iso.datetime(), overdue: z.boolean() }).nullable(),
  promisedAt: z.iso.datetime().nullable(),
  pending: z.enum(['extension', 'suspension', 'void']).nullable(),
  rating: z.number().int().nullable(),
  photo: FileHash.nullable(),
  reporterCount: z.number().int(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** One line of the story. `by` is a post or role ("梅园一村第3微网格 网格员"), never a private person's name. */
export const StoryEntry = z.object({
  /** Unique within the case. */
  id: z.string(),
  seq: z.number().int(),
  kind: z.enum(caseActionKinds),
  at: z.iso.datetime(),
  by: z.string(),
  mine: z.boolean(),
  words: z.string(),
  photos: z.array(FileHash),
  data: z.record(z.string(), z.unknown()),
});

export const CaseDetail = CaseSummary.extend({
  words: z.string(),
  form: FormValues,
  type: CaseTypeDefinition,
  typeVersion: z.number().int(),
  story: z.array(StoryEntry),
  photos: z.array(z.object({ hash: FileHash, phase: z.enum(['report', 'handle', 'check']) })),
  clocks: z.array(
    z.object({
      name: z.enum(clockNames),
      startedAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      stoppedAt: z.iso.datetime().nullable(),
      ranOutAt: z.iso.datetime().nullable(),
    }),
  ),
  dispatch: z
    .object({
      ruleKey: z.string(),
      ruleLabel: LocalText,
      tried: z.array(z.object({ ruleKey: z.string(), matched: z.boolean() })),
    })
    .nullable(),
  ticked: z.array(z.string()),
  result: z.enum(results).nullable(),
  mergedInto: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  reporter: z.object({ name: z.string(), phone: z.string().nullable(), anonymous: z.boolean(), mine: z.boolean() }),
  seq: z.number().int(),
  can: z.array(z.enum(caseActionKinds)),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** What every action on a case answers: enough to redraw the buttons. */
export const CaseAfter = z.object({
  caseId: z.uuid(),
  number: z.string(),
  state: CaseStateName,
  seq: z.number().int(),
  can: z.array(z.enum(caseActionKinds)),
});

export type CaseAfterView = z.infer<typeof CaseAfter>;

export const caseOrders = ['due', 'newest', 'oldest', 'changed'] as const;
/** The six steps of a case that the screen counts. */
export const caseSteps = ['report', 'accept', 'dispatch', 'handle', 'check', 'rate'] as const;
export type CaseStep = (typeof caseSteps)[number];
/** Filters shared by lists, counts and exports; all optional and joined by "and". */
export const caseFilter = {
  states: z.array(CaseStateName).max(10).optional(),
  open: z.boolean().optional(),
  typeCodes: z.array(z.string()).max(60).optional(),
  areaId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  /** The post it was sent to. */
  postId: z.uuid().optional(),
  /** Waits in the pool of this kind of unit, taken by nobody. */
  poolKind: z.enum(unitKinds).optional(),
  /** Missed and neither done nor standing still. */
  overdue: z.boolean().optional(),
  dueBefore: z.iso.datetime().optional(),
  pending: z.enum(['extension', 'suspension', 'void', 'any']).optional(),
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
  maxRating: z.number().int().min(1).max(5).optional(),
  text: z.string().trim().max(60).optional(),
} as const;
export const CaseFilter = z.object(caseFilter);
export type CaseFilter = z.infer<typeof CaseFilter>;
/** The general errors of an action on a case. */
export const caseActionErrors = ['wrong-state', 'changed-meanwhile', 'calendar-year-missing'] as const;
/** Fields every action on a case shares. `seq` is the last story entry the actor saw; left out = whatever it is now. */
export const onCase = { caseId: z.uuid(), seq: z.number().int().optional() } as const;
export const Words = z.string().trim().min(1).max(2000);
export const Photos = z.array(FileHash).max(9).default([]);
