import { z } from 'zod';
import { query } from '../operation.ts';
import { SharedCaseView } from './shapes.ts';

export const listSharedCases = query({
  name: 'list-shared-cases',
  module: 'partners',
  summary: 'Cases shared with other sites within the reader’s area, newest first',
  input: {
    partnerId: z.uuid().optional(),
    /** True = not over on both sides; false = over on both. */
    open: z.boolean().optional(),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  },
  output: z.object({ cases: z.array(SharedCaseView), next: z.string().nullable() }),
  allow: 'cases:read',
});
