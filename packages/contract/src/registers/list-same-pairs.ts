import { z } from 'zod';
import { query } from '../operation.ts';
import { SubjectLine } from './shapes.ts';

export const listSamePairs = query({
  name: 'list-same-pairs',
  module: 'registers',
  summary: 'The merge desk: pairs that may be one, the surest first; and what was joined or kept apart',
  input: {
    state: z.enum(['open', 'merged', 'different']).default('open'),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(100).default(30),
  },
  output: z.object({
    pairs: z.array(
      z.object({
        id: z.uuid(),
        one: SubjectLine,
        other: SubjectLine,
        ground: z.string(),
        score: z.number(),
        agreed: z.array(z.string()),
        state: z.enum(['open', 'merged', 'different']),
        foundAt: z.iso.datetime(),
        decidedAt: z.iso.datetime().nullable(),
        /** Of a pair that was joined: which one went, for undoing. */
        mergeId: z.uuid().nullable(),
        /** Each time the two were joined, by whom and why, and how it was parted again; the last first. */
        history: z.array(
          z.object({
            mergeId: z.uuid(),
            at: z.iso.datetime(),
            by: z.string(),
            reason: z.string(),
            undone: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
          }),
        ),
      }),
    ),
    next: z.string().nullable(),
  }),
  allow: 'registers:edit',
});
