import { z } from 'zod';

/** A text in the two languages people read. zh-CN is written first, en may be missing and falls back to zh. */
export const LocalText = z.object({ zh: z.string().min(1).max(400), en: z.string().max(400).optional() });
export type LocalText = z.infer<typeof LocalText>;

/** Units of `rules.md` 1.7: clock hours, service hours, working days, calendar days. */
export const timeUnits = ['urgent-hour', 'work-hour', 'work-day', 'day'] as const;
export const TimeLimit = z.object({ value: z.number().positive().max(10_000), unit: z.enum(timeUnits) });
export type TimeLimit = z.infer<typeof TimeLimit>;
export type TimeUnit = TimeLimit['unit'];

/** The clocks a case can run; each stops at the action named in `clocks.ts`. */
export const clockNames = ['first-contact', 'accept', 'dispatch', 'take', 'handle', 'check', 'total'] as const;
export type ClockName = (typeof clockNames)[number];

export const formFieldKinds = ['text', 'textarea', 'number', 'select', 'multi-select', 'date', 'boolean'] as const;
export const FormField = z.object({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  kind: z.enum(formFieldKinds),
  label: LocalText,
  hint: LocalText.optional(),
  required: z.boolean().default(false),
  options: z
    .array(z.object({ value: z.string().max(60), label: LocalText }))
    .max(60)
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Fields with personal content are shown only to those who handle the case. */
  personal: z.boolean().default(false),
});
export type FormField = z.infer<typeof FormField>;

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
  visibility: z.enum(['public', 'private']),
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
});
export type CaseTypeDefinition = z.infer<typeof CaseTypeDefinition>;

/** A pack: configuration only, never code. */
export const Pack = z.object({
  pack: z.string().regex(/^[a-z0-9-]{2,40}$/),
  version: z.number().int().positive(),
  name: LocalText,
  description: LocalText,
  systems: z.array(z.string()).min(1),
  caseTypes: z.array(CaseTypeDefinition).default([]),
});
export type Pack = z.infer<typeof Pack>;
