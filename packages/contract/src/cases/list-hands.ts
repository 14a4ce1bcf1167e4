import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseSummary } from './shapes.ts';

export const listHands = query({
  name: 'list-hands',
  module: 'cases',
  summary: 'Raised hands in both directions with their age, by who must answer',
  input: { answered: z.boolean().default(false), limit: z.number().int().min(1).max(200).default(100) },
  output: z.object({
    hands: z.array(CaseSummary.extend({ direction: z.enum(['up', 'down']), ageHours: z.number() })),
    boards: z.array(
      z.object({
        unitId: z.uuid().nullable(),
        name: z.string(),
        waiting: z.number().int(),
        overdue: z.number().int(),
        oldestHours: z.number().nullable(),
      }),
    ),
  }),
  allow: 'cases:report',
});
