import { z } from 'zod';
import { command } from '../../operation.ts';

export const decideTagExport = command({
  name: 'decide-tag-export',
  module: 'registers',
  summary: 'Approve or refuse a list that somebody else asked for; approved, it can be fetched by them for three days',
  input: { exportId: z.uuid(), grant: z.boolean(), note: z.string().trim().min(2).max(300) },
  output: z.object({ state: z.enum(['approved', 'refused']) }),
  errors: ['tag-export-same-person', 'tag-export-decided'],
  allow: 'tags:export',
});
