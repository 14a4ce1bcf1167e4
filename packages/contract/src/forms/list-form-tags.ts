import { LocalText, subjectNouns } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const listFormTags = query({
  name: 'list-form-tags',
  module: 'forms',
  summary: 'Names of the site’s tags that forms, figures and needs may name by code; nothing of who has them',
  input: {},
  output: z.object({
    tags: z.array(
      z.object({ code: z.string(), name: LocalText, group: LocalText, nouns: z.array(z.enum(subjectNouns)) }),
    ),
  }),
  allow: 'forms:read',
});
