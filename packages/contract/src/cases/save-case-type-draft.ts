import { z } from 'zod';
import { command } from '../operation.ts';
import { TypeCode, TypeDraft } from './type-shapes.ts';

export const saveCaseTypeDraft = command({
  name: 'save-case-type-draft',
  module: 'cases',
  summary: 'Keep an edit of a case type as a draft, right or not; nothing comes into force',
  input: {
    code: TypeCode,
    /** YAML; JSON is YAML too. */
    yaml: z.string().min(1).max(400_000),
    /** `tidy` writes it anew in the product’s own way; `keep` keeps the text with its comments. */
    layout: z.enum(['keep', 'tidy']).default('keep'),
    /** The draft this edit was made on; null = there was none. */
    revision: z.number().int().min(1).max(1_000_000_000).nullable(),
    /** The version in force that the editor knows of. */
    baseVersion: z.number().int().min(1).max(1_000_000),
  },
  output: z.object({ draft: TypeDraft }),
  errors: ['changed-meanwhile'],
  allow: 'types:edit',
});
