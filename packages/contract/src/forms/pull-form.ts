import { z } from 'zod';
import { query } from '../operation.ts';
import { ColumnHead, PeriodKey } from './shapes.ts';

export const pullForm = query({
  name: 'pull-form',
  module: 'forms',
  summary:
    'The department fetches the approved rows of its form a page at a time; sealed fields in full where the legal item names them. Each page is logged',
  input: {
    formId: z.uuid(),
    period: PeriodKey,
    areaId: z.uuid().optional(),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(500).default(200),
  },
  output: z.object({
    columns: z.array(ColumnHead),
    rows: z.array(z.object({ committee: z.string(), cells: z.array(z.string()) })),
    next: z.string().nullable(),
  }),
  errors: ['form-not-permitted'],
  allow: 'forms:file',
});
