import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseFilter } from './filter-shapes.ts';
import { CaseSummary } from './shapes.ts';

/** Whole days of 24 hours a hand has waited: under one, one to three, three to five, five and more. */
export const handAges = ['under-1', '1-to-3', '3-to-5', 'over-5'] as const;

export const listHands = query({
  name: 'list-hands',
  module: 'cases',
  summary:
    'Raised hands in both directions (waiting: oldest first, answered: newest first), and how many wait by who must answer and since when',
  input: {
    answered: z.boolean().default(false),
    /** Only those of one line of the board, by its key. */
    holder: z
      .string()
      .regex(/^((unit|post):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|pool:[a-z-]{1,40}|desk)$/)
      .optional(),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(200).default(100),
  },
  output: z.object({
    hands: z.array(
      CaseSummary.extend({
        direction: z.enum(['up', 'down']),
        ageHours: z.number(),
        /** What is asked is not on the admitted list, and the reader may refuse it for that. */
        mayRefuse: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
    /** All hands that wait, whatever page is shown; most overdue first. */
    boards: z.array(
      z.object({
        key: z.string(),
        unitId: z.uuid().nullable(),
        name: z.string(),
        waiting: z.number().int(),
        overdue: z.number().int(),
        oldestHours: z.number().nullable(),
        ages: z.record(z.enum(handAges), z.number().int()),
        rows: CaseFilter,
      }),
    ),
  }),
  allow: 'cases:report',
});
