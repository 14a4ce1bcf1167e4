import { z } from 'zod';
import { query } from '../operation.ts';

export const fetchShared = query({
  name: 'fetch-shared',
  module: 'forms',
  summary:
    'Rows of an approved need, a page at a time: for its department’s session, or for a partner’s machine with `authorization: Bearer <key>`. Each page is logged',
  input: { needId: z.uuid(), after: z.uuid().optional(), limit: z.number().int().min(1).max(500).default(200) },
  output: z.object({
    fields: z.array(z.string()),
    rows: z.array(
      z.object({ id: z.uuid(), values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
    ),
    next: z.uuid().nullable(),
  }),
  allow: 'anyone',
});
