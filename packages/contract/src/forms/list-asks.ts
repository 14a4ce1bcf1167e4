import { z } from 'zod';
import { query } from '../operation.ts';
import { AskView } from './shapes.ts';

export const listAsks = query({
  name: 'list-asks',
  module: 'forms',
  summary: 'Asks outside the forms and what became of them: one’s committee, one’s unit, or all of one’s area',
  input: {
    state: z.enum(['open', 'refused']).optional(),
    after: z.uuid().optional(),
    limit: z.number().int().min(1).max(100).default(50),
  },
  output: z.object({
    asks: z.array(AskView),
    next: z.uuid().nullable(),
    /** By department, over all that the reader sees. */
    units: z.array(z.object({ unitId: z.uuid(), name: z.string(), asks: z.number().int(), refused: z.number().int() })),
  }),
  allow: 'forms:read',
});
