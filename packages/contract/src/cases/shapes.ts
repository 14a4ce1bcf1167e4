import {
  attendanceStatuses,
  CaseTypeDefinition,
  caseActionKinds,
  caseStates,
  clockNames,
  FormField,
  LocalText,
  partAnswers,
} from '@linli/domain';
import { z } from 'zod';
import { AreaRef, Crs, Lat, Lng } from '../places/shapes.ts';

export const CaseStateName = z.enum(caseStates);
export const channels = ['resident', 'anonymous', 'field', 'desk', 'unit', 'committee', 'import', 'hotline'] as const;
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/);
export const FormValues = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(200)).max(60), z.null()]),
);
export const results = ['solved', 'explained', 'partly', 'not-possible'] as const;

export const visibilities = ['public', 'private', 'sealed'] as const;
/** What waits for a second person. */
export const pendingKinds = ['extension', 'suspension', 'void', 'exclusion'] as const;
export const StageKey = z.string().regex(/^[a-z0-9-]{1,40}$/);
export const CaseRef = z.object({ caseId: z.uuid(), number: z.string() });

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
  visibility: z.enum(visibilities),
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
  pending: z.enum(pendingKinds).nullable(),
  rating: z.number().int().nullable(),
  photo: FileHash.nullable(),
  reporterCount: z.number().int(),
  /** Where its procedure stands; null where the type has none, before and after it. */
  stage: z.object({ key: z.string(), name: LocalText }).nullable(),
  /** The case it is a duty or finding of. */
  parentId: z.uuid().nullable(),
  /** Left out of the figures. */
  excluded: z.boolean(),
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

/**
 * One stage as the case has gone through it so far. For a reporter and neighbours only name, state, times and `told`; the rest is for
 * who works on the case. A stage walked several times shows its last time.
 */
export const StageView = z.object({
  key: z.string(),
  name: LocalText,
  state: z.enum(['done', 'current', 'ahead', 'skipped']),
  enteredAt: z.iso.datetime().nullable(),
  leftAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  told: LocalText.nullable(),
  /** How often it was taken. */
  times: z.number().int(),
  outcome: z.object({ key: z.string(), label: LocalText }).nullable(),
  /** The post that took it. */
  by: z.string(),
  words: z.string(),
  form: FormValues,
  photos: z.array(FileHash),
  attendance: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), status: z.enum(attendanceStatuses) })),
});
export type StageView = z.infer<typeof StageView>;

/** What the stage asks, drawn from the type the case began under. */
export const CurrentStage = z.object({
  key: z.string(),
  name: LocalText,
  hint: LocalText.nullable(),
  dueAt: z.iso.datetime().nullable(),
  /** The reader may take it now. */
  mayTake: z.boolean(),
  form: z.array(FormField),
  evidence: z.number().int(),
  meeting: z.boolean(),
  parts: z.enum(['together', 'in-order']).nullable(),
  duties: z.object({ typeCode: z.string(), typeName: LocalText }).nullable(),
  /** What is done here is a child case of this type. */
  opens: z.object({ typeCode: z.string(), typeName: LocalText }).nullable(),
  outcomes: z.array(
    z.object({
      key: z.string(),
      label: LocalText,
      reason: z.boolean(),
      publish: z.boolean(),
      /** The words go to the reporter, whose step comes next. */
      tells: z.boolean(),
      childrenClosed: z.boolean(),
      fileComplete: z.boolean(),
      /** Asks neither form nor evidence. */
      bare: z.boolean(),
      ends: z.boolean(),
    }),
  ),
});
export type CurrentStage = z.infer<typeof CurrentStage>;

/** One unit's share of a task force. */
export const PartView = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  lead: z.boolean(),
  /** What is asked of it. */
  asked: z.string(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  finishedAt: z.iso.datetime().nullable(),
  answer: z.enum(partAnswers).nullable(),
  words: z.string(),
  photos: z.array(FileHash),
  /** Of the reader's own unit, and its answer is owed now. */
  mine: z.boolean(),
  owed: z.boolean(),
});
export type PartView = z.infer<typeof PartView>;

/** A paper put before the parties, as it was written, and who has signed. For the parties and for who works on the case. */
export const SigningView = z.object({
  stage: z.string(),
  document: z.string(),
  title: z.string(),
  /** Which text it is: named again when signing. */
  writtenAt: z.iso.datetime(),
  /** Signed, or said to be: shown to its parties to keep. */
  done: z.boolean(),
  text: z.array(z.object({ kind: z.enum(['heading', 'text', 'line']), label: z.string(), text: z.string() })),
  /** How many must sign at least; who has no account here signs the paper. */
  least: z.number().int(),
  parties: z.array(
    z.object({
      /** Counted from 1, the one who reported first. */
      number: z.number().int(),
      /** Masked; for who works on the case. */
      name: z.string(),
      mine: z.boolean(),
      /** Reported it; the others joined. */
      first: z.boolean(),
      agrees: z.boolean().nullable(),
      at: z.iso.datetime().nullable(),
      words: z.string(),
      /** The own one; once all have signed, everybody's. */
      signature: FileHash.nullable(),
    }),
  ),
});
export type SigningView = z.infer<typeof SigningView>;

export const ChildView = z.object({
  id: z.uuid(),
  number: z.string(),
  typeCode: z.string(),
  typeName: LocalText,
  title: z.string(),
  state: CaseStateName,
  holder: z.string().nullable(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
});
export type ChildView = z.infer<typeof ChildView>;

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
  /** The procedure in order; empty where the type has none. */
  stages: z.array(StageView),
  /** The stage it stands at, for who works on the case; null for others and outside a procedure. */
  current: CurrentStage.nullable(),
  parts: z.array(PartView),
  signing: SigningView.nullable(),
  /** Duties and findings made of it that the reader may know. */
  children: z.array(ChildView),
  parent: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
  /** The answer shown to everybody. */
  published: z.object({ at: z.iso.datetime(), words: z.string(), outcome: LocalText.nullable() }).nullable(),
  /** Of a sealed case: who looks and when, to be laid over the page. */
  watermark: z.string().nullable(),
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

/** The general errors of an action on a case. */
export const caseActionErrors = ['wrong-state', 'changed-meanwhile', 'calendar-year-missing'] as const;
/** Fields every action on a case shares. `seq` is the last story entry the actor saw; left out = whatever it is now. */
export const onCase = { caseId: z.uuid(), seq: z.number().int().optional() } as const;
export const MoreWords = z.string().trim().max(2000).default('');
export const Words = z.string().trim().min(1).max(2000);
export const Photos = z.array(FileHash).max(9).default([]);
