import { z } from 'zod';
import { PackForms } from '../forms/form-definition.ts';
import { CareClass, CarePolicy } from '../registers/care-rules.ts';
import { TagGroup } from '../tags/tag-definition.ts';
import { CaseTypeDefinition } from './case-type.ts';
import { LocalText } from './form-field.ts';

// Apart from the case type: a page that reads one type must not fetch the language of tags' rules with it.
/** A pack: configuration only, never code. */
export const Pack = z.object({
  pack: z.string().regex(/^[a-z0-9-]{2,40}$/),
  version: z.number().int().positive(),
  name: LocalText,
  description: LocalText,
  systems: z.array(z.string()).min(1),
  caseTypes: z.array(CaseTypeDefinition).default([]),
  /** Tags of the registers, in groups. */
  tagGroups: z.array(TagGroup).max(60).default([]),
  /** Classes of people who are looked after, and policies people are entitled to. */
  careClasses: z.array(CareClass).max(30).default([]),
  policies: z.array(CarePolicy).max(60).default([]),
  /** Ledgers and the list of what committees may be asked for. */
  forms: PackForms.optional(),
});
export type Pack = z.infer<typeof Pack>;
