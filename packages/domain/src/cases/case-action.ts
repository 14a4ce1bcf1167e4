import { z } from 'zod';
import { caseResults } from './case-results.ts';
import type { CaseActionKind } from './case-state.ts';
import { type ClockName, clockNames } from './case-type.ts';

const id = z.string().min(1).max(80);
const words = z.string().trim().min(1).max(4000);
const clock = z.enum(clockNames);

/** Where a case lies: one unit, the holder of one post, a pool open to be taken, or the desk itself. */
export const CaseTarget = z.object({
  kind: z.enum(['unit', 'post', 'pool', 'desk']),
  unitId: id.optional(),
  postId: id.optional(),
  /** The dispatch rule that chose it; absent when a person chose. */
  ruleKey: z.string().max(40).optional(),
});
export type CaseTarget = z.infer<typeof CaseTarget>;

const partList = z.array(z.object({ unitId: id, lead: z.boolean() })).max(20);

/** What each action carries, JSON-safe. Numbers of photos, not the photos; ids, never names or phones. */
export const caseActionData = {
  report: z.object({
    /** null = anonymous; absent = whoever acts. The desk names the caller it writes for. */
    reporterId: id.nullable().optional(),
    reporterKind: z.enum(['anonymous', 'resident', 'worker', 'desk', 'unit', 'committee', 'import']).optional(),
    photos: z.number().int().min(0).default(0),
  }),
  accept: z.object({ note: words.optional() }),
  decline: z.object({ reason: words }),
  object: z.object({ reason: words }),
  merge: z.object({ parentId: id }),
  dispatch: z.object({
    target: CaseTarget,
    /** The dispatcher has ruled: this dispatch cannot be returned. */
    ruling: z.boolean().optional(),
    parts: partList.optional(),
    note: words.optional(),
  }),
  take: z.object({}),
  return: z.object({ reason: words, rightUnit: id }),
  handle: z.object({
    result: z.enum(caseResults),
    words: words.optional(),
    photos: z.number().int().min(0).default(0),
    /** Checklist items ticked together with the handling. */
    ticked: z.array(z.string().max(40)).max(60).optional(),
    /** The server's draw for checking mode `sample`; false closes at once. Other modes set it themselves. */
    sampled: z.boolean().optional(),
  }),
  'check-pass': z.object({ note: words.optional(), photos: z.number().int().min(0).default(0) }),
  'check-fail': z.object({ reason: words, photos: z.number().int().min(0).default(0) }),
  rate: z.object({ score: z.number().int().min(1).max(5), words: words.optional() }),
  reopen: z.object({ reason: words }),
  resume: z.object({ note: words.optional() }),
  /** `amount` more in the unit of the handling deadline; absent = its original length. */
  'ask-extension': z.object({ reason: words, amount: z.number().positive().optional() }),
  'ask-suspension': z.object({ reason: words }),
  'ask-void': z.object({ reason: words }),
  /** `amount`: the approver may give less than asked. */
  grant: z.object({ note: words.optional(), amount: z.number().positive().optional() }),
  refuse: z.object({ reason: words }),
  note: z.object({ words, public: z.boolean().optional() }),
  /** First contact counts when tried; who was not reached is said with the reason. */
  contact: z.object({ reached: z.boolean(), channel: z.string().max(20), words: words.optional() }),
  urge: z.object({ words: words.optional() }),
  supervise: z.object({ words: words.optional() }),
  /** `reporterId`: the desk adds a caller; absent = whoever acts. */
  join: z.object({ reporterId: id.optional(), words: words.optional() }),
  tick: z.object({ key: z.string().max(40), done: z.boolean().default(true) }),
  split: z.object({ parts: partList }),
  'finish-part': z.object({ unitId: id, words: words.optional(), photos: z.number().int().min(0).default(0) }),
  remind: z.object({ clock, afterMinutes: z.number().int().optional() }),
  escalate: z.object({ clock, afterMinutes: z.number().int().optional() }),
  overdue: z.object({ clock }),
} as const satisfies Record<CaseActionKind, z.ZodType>;

export type CaseActionData = { [K in CaseActionKind]: z.infer<(typeof caseActionData)[K]> };

/** Deadlines an action sets, as ISO instants: computed once when it is applied, so history never recomputes them. */
export type DueDates = Partial<Record<ClockName | 'return-window', string>>;

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
