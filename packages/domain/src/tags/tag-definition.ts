import { z } from 'zod';
import { LocalText } from '../cases/form-field.ts';
import { subjectNouns } from '../registers/register-field.ts';

export const SensitivityLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** A tag as data. With `rule` it is set by the product from the fields it names; without, by hand. */
export const TagDefinition = z.object({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
  name: LocalText,
  /** What it may stand on; a rule speaks of exactly one noun. */
  nouns: z.array(z.enum(subjectNouns)).min(1).max(subjectNouns.length),
  /** What it is for: whoever sees it may use it for that alone (PIPL art. 6). */
  purpose: LocalText,
  sensitivity: SensitivityLevel,
  /** CEL over the whitelist's fields, see `compile-rule.ts`. */
  rule: z.string().min(1).max(1000).optional(),
  /** Other words it is found by. */
  words: z.array(z.string().min(1).max(40)).max(20).default([]),
  /** A hand-set tag ends after so many days unless it is set for a shorter time. */
  expiryDays: z.number().int().min(1).max(3650).optional(),
});
export type TagDefinition = z.infer<typeof TagDefinition>;

export const TagGroup = z.object({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  name: LocalText,
  tags: z.array(TagDefinition).min(1).max(100),
});
export type TagGroup = z.infer<typeof TagGroup>;
