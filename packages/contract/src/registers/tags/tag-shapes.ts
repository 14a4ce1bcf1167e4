import { LocalText, SensitivityLevel, subjectNouns, TagExpressionShape } from '@linli/domain';
import { z } from 'zod';
import { AreaLevel } from '../../places/shapes.ts';

export const TagNoun = z.enum(subjectNouns);
export const TagId = z.number().int().min(1).max(2_147_483_647);
/** Micro-grids, areas, grids or the street. */
export const CountLevel = AreaLevel.max(4);
export { TagExpressionShape };

export const TagView = z.object({
  id: TagId,
  code: z.string(),
  /** Where it stands: the site, or a committee that made it for itself. */
  areaId: z.uuid(),
  areaName: z.string(),
  group: z.object({ code: z.string(), name: LocalText }),
  name: LocalText,
  nouns: z.array(TagNoun),
  purpose: LocalText,
  sensitivity: SensitivityLevel,
  rule: z.string().nullable(),
  /** The rule in words, made from the rule; null for a hand-set tag. */
  ruleWords: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** What the rule looks at, as `person.careLevel`. */
  fields: z.array(z.string()),
  /** Says something else with the day alone. */
  daily: z.boolean(),
  words: z.array(z.string()),
  expiryDays: z.number().int().nullable(),
  on: z.boolean(),
  version: z.number().int(),
  /** This version’s effect was looked at, so that it can be switched on. */
  tried: z.boolean(),
  pack: z.string().nullable(),
  /** May be changed and switched by the reader. */
  mayEdit: z.boolean(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
});
export type TagView = z.infer<typeof TagView>;

/** A number, `few` (fewer than five) or `withheld` (one of those could be worked out from it). */
export const ShownNumber = z.union([z.number().int(), z.literal('few'), z.literal('withheld')]);

export const TagExportView = z.object({
  id: z.uuid(),
  noun: TagNoun,
  expression: TagExpressionShape,
  reason: z.string(),
  subjects: z.number().int(),
  state: z.enum(['asked', 'approved', 'refused', 'expired']),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  /** Asked by the reader: another person decides. */
  mine: z.boolean(),
  mayDecide: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
  until: z.iso.datetime().nullable(),
  downloads: z.number().int(),
});
