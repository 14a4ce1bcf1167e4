import { z } from 'zod';
import { caseResults } from './case-results.ts';
import { partAnswers } from './case-stage.ts';
import type { CaseActionKind } from './case-state.ts';
import { type ClockName, clockNames } from './case-type.ts';
import { FormValues } from './form-problems.ts';

const id = z.string().min(1).max(80);
const words = z.string().trim().min(1).max(4000);
const clock = z.enum(clockNames);
const day = z.iso.date();
const stageKey = z.string().max(40);
const photos = z.number().int().min(0).default(0);

/** Grounds on which a case may be left out of figures; a second person decides. */
export const exclusionGrounds = ['unreasonable', 'duplicate', 'outside'] as const;
export type ExclusionGround = (typeof exclusionGrounds)[number];

/** Whether a unit of the force came to a meeting. */
export const attendanceStatuses = ['present', 'late', 'absent', 'excused'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];
export const Attendance = z.object({ unitId: id, status: z.enum(attendanceStatuses) });
export type Attendance = z.infer<typeof Attendance>;

/** Where a case lies: one unit, the holder of one post, a pool open to be taken, or the desk itself. */
export const CaseTarget = z.object({
  kind: z.enum(['unit', 'post', 'pool', 'desk']),
  unitId: id.optional(),
  postId: id.optional(),
  /** The dispatch rule that chose it; absent when a person chose. */
  ruleKey: z.string().max(40).optional(),
});
export type CaseTarget = z.infer<typeof CaseTarget>;

/** One share of a task force as it is handed out; `dueDay` ends its clock with that day's service hours. */
export const PartShare = z.object({ unitId: id, lead: z.boolean(), words: words.optional(), dueDay: day.optional() });
export type PartShare = z.infer<typeof PartShare>;
const partList = z.array(PartShare).max(20);

/** What each action carries, JSON-safe. Numbers of photos, not the photos; ids, never names or phones. */
export const caseActionData = {
  report: z.object({
    /** null = anonymous; absent = whoever acts. The desk names the caller it writes for. */
    reporterId: id.nullable().optional(),
    reporterKind: z.enum(['anonymous', 'resident', 'worker', 'desk', 'unit', 'committee', 'import']).optional(),
    photos,
  }),
  accept: z.object({ note: words.optional() }),
  decline: z.object({ reason: words, reasonCode: z.string().max(40).optional() }),
  object: z.object({ reason: words }),
  merge: z.object({ parentId: id }),
  /** Found to be of another kind: which, in which version, and what had been filled in for the one before. */
  retype: z.object({
    typeCode: z.string().max(40),
    version: z.number().int().positive(),
    from: z.string().max(40),
    formBefore: FormValues.optional(),
    words,
  }),
  dispatch: z.object({
    target: CaseTarget,
    /** The dispatcher has ruled: this dispatch cannot be returned. */
    ruling: z.boolean().optional(),
    parts: partList.optional(),
    /** The handling clock ends with the service hours of this day instead of the type's limit. */
    handleBy: day.optional(),
    note: words.optional(),
  }),
  /** `stage`: the first one of the procedure, filled by `applyAction`. */
  take: z.object({ stage: stageKey.optional(), partsBegin: z.boolean().optional() }),
  return: z.object({ reason: words, rightUnit: id }),
  handle: z.object({
    result: z.enum(caseResults),
    words: words.optional(),
    photos,
    /** Checklist items ticked together with the handling. */
    ticked: z.array(z.string().max(40)).max(60).optional(),
    /** The server's draw for checking mode `sample`; false closes at once. Other modes set it themselves. */
    sampled: z.boolean().optional(),
    /** The closing form. */
    form: FormValues.optional(),
  }),
  'check-pass': z.object({ note: words.optional(), photos }),
  'check-fail': z.object({ reason: words, photos }),
  rate: z.object({ score: z.number().int().min(1).max(5), words: words.optional() }),
  reopen: z.object({ reason: words }),
  resume: z.object({ note: words.optional() }),
  /** `amount` more in the unit of the handling deadline; absent = its original length. */
  'ask-extension': z.object({ reason: words, amount: z.number().positive().optional() }),
  'ask-suspension': z.object({ reason: words }),
  'ask-void': z.object({ reason: words }),
  'ask-exclusion': z.object({ ground: z.enum(exclusionGrounds), reason: words }),
  /** `amount`: the approver may give less than asked. */
  grant: z.object({ note: words.optional(), amount: z.number().positive().optional() }),
  refuse: z.object({ reason: words }),
  /** `progress` in percent; `partner`: said by the other side of a shared case. */
  note: z.object({
    words,
    public: z.boolean().optional(),
    progress: z.number().int().min(0).max(100).optional(),
    partner: z.boolean().optional(),
    /** Papers added by hand to this item of the case file. */
    fileItem: stageKey.optional(),
  }),
  /** First contact counts when tried; who was not reached is said with the reason. */
  contact: z.object({ reached: z.boolean(), channel: z.string().max(20), words: words.optional() }),
  urge: z.object({ words: words.optional() }),
  supervise: z.object({ words: words.optional() }),
  /**
   * `reporterId`: the desk adds a caller; absent = whoever acts. `invited`: let in by a one-time code. `unitId`: answers for this unit, which
   * the report named as reporting together. `party`: applied for the same, and came in by a merge.
   */
  join: z.object({
    reporterId: id.optional(),
    words: words.optional(),
    invited: z.literal(true).optional(),
    unitId: id.optional(),
    party: z.literal(true).optional(),
  }),
  tick: z.object({ key: z.string().max(40), done: z.boolean().default(true) }),
  split: z.object({ parts: partList }),
  /** Without `answer`: done. */
  'finish-part': z.object({ unitId: id, answer: z.enum(partAnswers).optional(), words: words.optional(), photos }),
  /** A party's own signature, or that it does not agree. `writtenAt`: when the text it read was put forward. */
  sign: z.object({
    stage: stageKey,
    writtenAt: z.iso.datetime(),
    agrees: z.boolean(),
    words: words.optional(),
    photos,
  }),
  advance: z.object({
    /** The stage the actor saw; refused when the case has moved on since. */
    stage: stageKey,
    outcome: stageKey,
    form: FormValues.optional(),
    words: words.optional(),
    photos,
    attendance: z.array(Attendance).max(20).optional(),
    /** The server's draw for checking mode `sample`, when this way leads to `handled`. */
    sampled: z.boolean().optional(),
    /** How many duties were made child cases. */
    children: z.number().int().min(0).max(60).optional(),
    /** Filled by `applyAction` from the type, so that history never reads it again: where it led, … */
    to: stageKey.optional(),
    /** … what it came to, when handled, … */
    result: z.enum(caseResults).optional(),
    /** … that everybody may see the answer, … */
    publish: z.boolean().optional(),
    /** … that every part is asked anew, … */
    partsBegin: z.boolean().optional(),
    /** … and that a unit stayed away once too often. */
    supervise: z.boolean().optional(),
  }),
  'open-child': z.object({
    childId: id,
    typeCode: z.string().max(40),
    unitId: id.optional(),
    words,
    handleBy: day.optional(),
    /** The stage it was fixed in. */
    stage: stageKey.optional(),
  }),
  answer: z.object({ callerId: id, channel: z.string().max(20), words }),
  /** With `unitId` and clock `stage`: the clock of that unit's part. */
  remind: z.object({ clock, unitId: id.optional(), afterMinutes: z.number().int().optional() }),
  escalate: z.object({ clock, unitId: id.optional(), afterMinutes: z.number().int().optional() }),
  overdue: z.object({ clock, unitId: id.optional() }),
} as const satisfies Record<CaseActionKind, z.ZodType>;

export type CaseActionData = { [K in CaseActionKind]: z.infer<(typeof caseActionData)[K]> };

/** Deadlines an action sets, as ISO instants: computed once when it is applied, so history never recomputes them. */
export type DueDates = Partial<Record<ClockName | 'return-window' | 'stage-window', string>> & {
  [part: PartDueKey]: string;
};
/** `part:` and the unit. `stage-window` is a stage's clock nobody can miss: the system goes on when it runs out. */
export type PartDueKey = `part:${string}`;

type ActionOf<K extends CaseActionKind> = {
  readonly kind: K;
  readonly at: Date;
  /** null = the system, or an anonymous reporter. */
  readonly actorId: string | null;
  readonly actorUnitId?: string | null;
  readonly data: CaseActionData[K];
  /** Filled by `applyAction`; store it with the action. */
  readonly due?: DueDates;
};

/** One deed on one case. Its rows in order are the case; the state is folded from them. */
export type CaseAction = { [K in CaseActionKind]: ActionOf<K> }[CaseActionKind];
