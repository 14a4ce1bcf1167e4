import { z } from 'zod';
import { query } from '../operation.ts';
import { ReturnStateSchema, ReturnView } from './shapes.ts';

export const listReturns = query({
  name: 'list-returns',
  module: 'forms',
  summary: 'Returns of committees in one’s reach, the soonest due first, with timeliness and completeness by committee',
  input: {
    areaId: z.uuid().optional(),
    states: z.array(ReturnStateSchema).max(5).optional(),
    after: z.uuid().optional(),
    limit: z.number().int().min(1).max(200).default(100),
  },
  output: z.object({
    returns: z.array(ReturnView),
    next: z.uuid().nullable(),
    committees: z.array(
      z.object({
        areaId: z.uuid(),
        name: z.string(),
        returns: z.number().int(),
        given: z.number().int(),
        late: z.number().int(),
        /** Filled cells of all cells, 0–100; null where there are none. Of returns with few people the reader does not see nothing is counted. */
        percent: z.number().nullable(),
        missing: z.number().int(),
      }),
    ),
  }),
  allow: 'forms:read',
});
