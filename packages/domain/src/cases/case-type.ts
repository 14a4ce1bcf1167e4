import { z } from 'zod';
import { DocumentTemplate } from './case-document.ts';
import { CaseFile } from './case-file.ts';
import { CaseStage } from './case-stage.ts';
import { FormField, LocalText, TimeLimit } from './form-field.ts';

/** The clocks a case can run; each stops at the action named in `clocks.ts`. */
export const clockNames = ['first-contact', 'accept', 'dispatch', 'take', 'stage', 'handle', 'check', 'total'] as const;
export type ClockName = (typeof clockNames)[number];

/** Where a case goes: exactly one of a unit, a post at the place, or a pool open to be taken. */
export const DispatchTarget = z.discriminatedUnion('to', [
  z.object({ to: z.literal('post'), role: z.string(), level: z.number().int().min(1).max(5).default(4) }),
  z.object({ to: z.literal('unit'), unitKind: z.string().optional(), unitKey: z.string().optional() }),
  z.object({ to: z.literal('pool'), unitKind: z.string() }),
  z.object({ to: z.literal('desk') }),
]);
export type DispatchTarget = z.infer<typeof DispatchTarget>;

/** First match wins. `when` is a CEL expression over `{ form, place, channel, urgent, hour, weekday }`; absent = always. */
export const DispatchRule = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: LocalText,
  when: z.string().max(500).optional(),
  target: DispatchTarget,
});
export type DispatchRule = z.infer<typeof DispatchRule>;

export const EscalationStep = z.object({
  /** Counted from the moment the named clock runs out; negative = reminder before. In minutes of clock time. */
  clock: z.enum(clockNames),
  afterMinutes: z.number().int().min(-20160).max(43200),
  notify: z.array(z.string()).max(6),
  action: z.enum(['remind', 'escalate', 'supervise']),
});

export const ChecklistItem = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: LocalText,
  /** Standard items must be ticked before the case is handled; optional ones may be. */
  kind: z.enum(['standard', 'optional']),
  photo: z.boolean().default(false),
});

export const CaseTypeDefinition = z.object({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  name: LocalText,
  hint: LocalText.optional(),
  /** Class in the standard (`GB/T 47678.5-2026`) or the local dictionary (`local`). */
  standard: z.object({
    ref: z.enum(['GB/T 47678.5-2026', 'GB/T 30428.2-2013', 'local']),
    kind: z.enum(['component', 'event']),
    code: z.string(),
  }),
  group: z.string().regex(/^[a-z-]{1,30}$/),
  icon: z.string().default('flag'),
  synonyms: z.array(z.string()).max(60).default([]),
  reporters: z.array(z.enum(['anonymous', 'resident', 'worker', 'desk', 'unit', 'committee', 'import'])).min(1),
  /** `sealed`: only those whose hands it is in, the reporter and posts that may see sealed matters; never whom it is about. */
  visibility: z.enum(['public', 'private', 'sealed']),
  /** Of a sealed type: the form field (kind `unit`) naming whom it is about; that unit never sees or gets it. */
  about: z.string().max(40).optional(),
  needsPlace: z.boolean().default(true),
  form: z.array(FormField).max(30).default([]),
  accept: z.enum(['desk', 'at-once']).default('at-once'),
  deadlines: z.partialRecord(z.enum(clockNames), TimeLimit).default({}),
  serviceHours: z
    .object({
      from: z.string().regex(/^\d\d:\d\d$/),
      until: z.string().regex(/^\d\d:\d\d$/),
      days: z.enum(['every-day', 'work-days']),
    })
    .default({ from: '08:30', until: '17:30', days: 'every-day' }),
  dispatch: z.array(DispatchRule).max(30).default([]),
  returns: z
    .object({ windowLimit: TimeLimit, max: z.number().int().min(0).max(5) })
    .default({ windowLimit: { value: 4, unit: 'work-hour' }, max: 2 }),
  extension: z.object({ max: z.number().int().min(0).max(3) }).default({ max: 1 }),
  evidence: z
    .object({ report: z.number().int().min(0).max(9), handle: z.number().int().min(0).max(9) })
    .default({ report: 0, handle: 1 }),
  checking: z
    .object({
      mode: z.enum(['all', 'sample', 'reporter', 'none']),
      samplePercent: z.number().min(0).max(100).default(100),
    })
    .default({ mode: 'all', samplePercent: 100 }),
  rating: z
    .object({ enabled: z.boolean(), reopenDays: z.number().int().min(0).max(90) })
    .default({ enabled: true, reopenDays: 15 }),
  selfHandle: z.boolean().default(true),
  duplicates: z
    .object({ radiusMetres: z.number().min(0).max(5000), days: z.number().int().min(0).max(90) })
    .default({ radiusMetres: 250, days: 14 }),
  escalation: z.array(EscalationStep).max(20).default([]),
  checklist: z.array(ChecklistItem).max(60).default([]),
  /** The procedure, in order; the first one begins when the case is taken. With stages, handling is the last stage's way out. */
  stages: z.array(CaseStage).max(24).default([]),
  /** Papers made of a case; a stage names the one that is due there. */
  documents: z.array(DocumentTemplate).max(10).default([]),
  /** What the bound file of a case holds, item by item. */
  file: CaseFile.optional(),
  /** Asked when handling without stages: the closing form. */
  closing: z.array(FormField).max(40).default([]),
  /** Everyone who called must have been answered before it is handled. */
  answerAll: z.boolean().default(false),
  /** Never reported by hand: only made as a duty or finding of another case. */
  childOnly: z.boolean().default(false),
  /** May be shared with a partner site. */
  shareable: z.boolean().default(false),
  /** A themed call may ask for such cases between two days. */
  calls: z.boolean().default(false),
});
export type CaseTypeDefinition = z.infer<typeof CaseTypeDefinition>;
