import { z } from 'zod';

/** A text in the two languages people read. zh-CN is written first, en may be missing and falls back to zh. */
export const LocalText = z.object({ zh: z.string().min(1).max(400), en: z.string().max(400).optional() });
export type LocalText = z.infer<typeof LocalText>;

/** Units of `rules.md` 1.7: clock hours, service hours, working days, calendar days. */
export const timeUnits = ['urgent-hour', 'work-hour', 'work-day', 'day'] as const;
export const TimeLimit = z.object({ value: z.number().positive().max(10_000), unit: z.enum(timeUnits) });
export type TimeLimit = z.infer<typeof TimeLimit>;
export type TimeUnit = TimeLimit['unit'];

/** `time` is an instant to the minute; `unit` and `units` name units of the site; `money` is integer fen. */
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
] as const;
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
