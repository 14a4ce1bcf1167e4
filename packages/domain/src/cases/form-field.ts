import { z } from 'zod';

/** A text in the two languages people read. zh-CN is written first, en may be missing and falls back to zh. */
export const LocalText = z.object({ zh: z.string().min(1).max(400), en: z.string().max(400).optional() });
export type LocalText = z.infer<typeof LocalText>;

/** Units of `rules.md` 1.7: clock hours, service hours, working days, calendar days. */
export const timeUnits = ['urgent-hour', 'work-hour', 'work-day', 'day'] as const;
export const TimeLimit = z.object({ value: z.number().positive().max(10_000), unit: z.enum(timeUnits) });
export type TimeLimit = z.infer<typeof TimeLimit>;
export type TimeUnit = TimeLimit['unit'];

/**
 * `time` is an instant to the minute; `unit` and `units` name units of the site; `mediator` and `room` name rows of its registers; `money`
 * is integer fen.
 */
export const formFieldKinds = [
  'text',
  'textarea',
  'number',
  'select',
  'multi-select',
  'date',
  'boolean',
  'time',
  'unit',
  'units',
  'money',
  'mediator',
  'room',
] as const;
const fieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);

/** True while an earlier field of the same form has this answer, or one of these; a multi-select while it holds one of them. */
export const FieldCondition = z.strictObject({
  field: fieldKey,
  is: z.union([z.string().max(60), z.number(), z.boolean(), z.array(z.string().max(60)).min(1).max(20)]),
});
export type FieldCondition = z.infer<typeof FieldCondition>;

export const FormField = z.object({
  key: fieldKey,
  kind: z.enum(formFieldKinds),
  label: LocalText,
  hint: LocalText.optional(),
  required: z.boolean().default(false),
  /** Not asked otherwise; an answer to what is not asked is left out. */
  shownWhen: FieldCondition.optional(),
  /** Required then, and only then unless `required` says always. */
  requiredWhen: FieldCondition.optional(),
  options: z
    .array(z.object({ value: z.string().max(60), label: LocalText }))
    .max(60)
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Fields with personal content are shown only to those who handle the case. */
  personal: z.boolean().default(false),
  /** Of a stage: whoever reported it reads the answer too, once the stage is taken. */
  told: z.boolean().optional(),
  /** Of a `unit` or `units`: only units of these kinds may be named. */
  unitKinds: z.array(z.string().min(1).max(40)).min(1).max(10).optional(),
  /** Of `units` in a report: who answers for the units named reports it together with who wrote it. */
  joins: z.boolean().optional(),
  /** Of a `mediator`: fields of the report by which one is suggested. */
  match: z.strictObject({ kind: fieldKey.optional(), language: fieldKey.optional() }).optional(),
});
export type FormField = z.infer<typeof FormField>;
