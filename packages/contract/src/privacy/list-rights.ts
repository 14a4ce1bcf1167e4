import { z } from 'zod';
import { query } from '../operation.ts';
import { RightsRequestView } from './shapes.ts';

export const listRights = query({
  name: 'list-rights',
  module: 'privacy',
  summary: 'Requests about personal data at the desk: open ones by what is due first, done ones newest first',
  input: {
    state: z.enum(['open', 'done']).default('open'),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  },
  output: z.object({
    requests: z.array(RightsRequestView.omit({ steps: true, words: true, answer: true })),
    next: z.string().nullable(),
    open: z.number().int(),
    overdue: z.number().int(),
    answerWorkDays: z.number().int(),
  }),
  allow: 'privacy:desk',
});
