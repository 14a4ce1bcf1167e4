import { z } from 'zod';
import { caseResults } from './case-results.ts';
import { FormField, LocalText, TimeLimit } from './form-field.ts';

const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** What a unit of the force answers for its part. */
export const partAnswers = ['done', 'agree', 'refuse'] as const;
export type PartAnswer = (typeof partAnswers)[number];

/** Who may take a stage: relations to the case (`part` = a unit of the task force). */
export const stageActors = [
  'handler',
  'part',
  'reporter',
  'desk',
  'duty-chief',
  'checker',
  'supervisor',
  'system',
] as const;
export type StageActor = (typeof stageActors)[number];

/** One way out of a stage. */
export const StageOutcome = z.object({
  key,
  label: LocalText,
  /** The next stage; the same stage again (a second meeting); or `handled`: the work is done and goes to checking or closes. */
  to: z.union([key, z.literal('handled')]),
  /** With `handled`: what it came to. */
  result: z.enum(caseResults).optional(),
  /** Words are needed: why refused, why not adopted. */
  reason: z.boolean().default(false),
  /** Only when every child case is closed. */
  childrenClosed: z.boolean().default(false),
  /** Only when everything the case file must hold is in it. */
  fileComplete: z.boolean().default(false),
  /** Asks neither the form nor evidence of the stage: nothing came of it, or it is dropped. */
  bare: z.boolean().optional(),
  /** The answer may be shown to everybody: outcome and words, never the reporter. */
  publish: z.boolean().default(false),
});
export type StageOutcome = z.infer<typeof StageOutcome>;

/**
 * One step of a procedure, taken while the case is in hand: who, what is asked, until when, which ways lead out. Statutory
 * procedures, filings and approvals are rows of stages; the everyday loop has none.
 */
export const CaseStage = z.object({
  key,
  name: LocalText,
  hint: LocalText.optional(),
  by: z.array(z.enum(stageActors)).min(1),
  form: z.array(FormField).max(40).default([]),
  /** Photos or scans needed. */
  evidence: z.number().int().min(0).max(9).default(0),
  /** The stage's own clock. */
  limit: TimeLimit.optional(),
  /**
   * The clock begins on the day written in an earlier stage's date field (a promise, a signing), or with the report or the last
   * dispatch, not on entering.
   */
  limitFrom: z.union([z.object({ stage: key, field: z.string().max(40) }), z.enum(['report', 'dispatch'])]).optional(),
  /** A waiting window, not a duty: when its clock runs out the system takes this way and nothing is overdue. */
  onTimeout: key.optional(),
  /** Who took those stages may not take this one: the second person. */
  notSameAs: z.array(key).max(10).default([]),
  /** Who of the task force came is recorded; a unit absent this often makes the case supervised. */
  meeting: z.object({ absences: z.number().int().min(1).max(9).default(2) }).optional(),
  /**
   * A session fixed here, at the instant in the named `time` field: every mediator and room named so far in the procedure is kept for it,
   * and refused where somebody else has them then.
   */
  booking: z
    .object({
      at: z.string().max(40),
      minutes: z.number().int().min(15).max(720).default(120),
      /** The ways out that fix it; left out = every one. */
      on: z.array(key).max(8).optional(),
    })
    .optional(),
  /** The stage ends when every part of the task force has given its answer. */
  parts: z
    .object({
      /** In the order they are named, or at once. */
      order: z.enum(['together', 'in-order']),
      limit: TimeLimit.optional(),
      /** The answers a unit may give and what they are called here; default all, by their common names. */
      answers: z
        .array(z.strictObject({ key: z.enum(partAnswers), label: LocalText }))
        .min(1)
        .max(partAnswers.length)
        .optional(),
    })
    .optional(),
  /** Duties fixed here become child cases of this type, each with its unit and day. */
  duties: z.object({ typeCode: z.string().max(40) }).optional(),
  /** What is done here is a child case of this type: a way out with `childrenClosed` is closed until there is one. */
  opens: z.object({ typeCode: z.string().max(40) }).optional(),
  /** The paper made of this stage: template key, see docs/packs.md. */
  document: key.optional(),
  /**
   * The paper written so far is put before the parties here: each who reported or joined signs on the own screen, once, or says no. The
   * ways out in `on` are open only when all of them and at least `least` have signed, or when `paper`, a yes-or-no field of this form,
   * says that the others signed the photographed paper; never after a no.
   */
  signing: z
    .object({
      document: key,
      on: z.array(key).min(1).max(8),
      least: z.number().int().min(1).max(20).default(2),
      paper: z.string().max(40).optional(),
    })
    .optional(),
  /** What the reporter is told when the case comes here. */
  told: LocalText.optional(),
  outcomes: z.array(StageOutcome).min(1).max(8),
});
export type CaseStage = z.infer<typeof CaseStage>;
