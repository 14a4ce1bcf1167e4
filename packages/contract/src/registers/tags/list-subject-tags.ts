import { z } from 'zod';
import { query } from '../../operation.ts';
import { Day } from '../../places/shapes.ts';
import { TagId } from './tag-shapes.ts';

export const listSubjectTags = query({
  name: 'list-subject-tags',
  module: 'registers',
  summary:
    'Tags of one subject: those by rule with the rule in words, those by hand with who set them, why and until when',
  input: { subjectId: z.uuid() },
  output: z.object({
    tags: z.array(
      z.object({
        tagId: TagId,
        byRule: z.boolean(),
        why: z.string().nullable(),
        until: Day.nullable(),
        setBy: z.string().nullable(),
        setAt: z.iso.datetime().nullable(),
      }),
    ),
    /** Hand-set tags that ended, newest first, twenty at most. */
    past: z.array(
      z.object({
        tagId: TagId,
        why: z.string(),
        setBy: z.string(),
        setAt: z.iso.datetime(),
        endedAt: z.iso.datetime(),
        endedBy: z.string(),
        endedWhy: z.string(),
      }),
    ),
  }),
  allow: 'registers:read',
});
