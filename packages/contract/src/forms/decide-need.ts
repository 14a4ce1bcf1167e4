import { z } from 'zod';
import { command } from '../operation.ts';

export const decideNeed = command({
  name: 'decide-need',
  module: 'forms',
  summary: 'Approve or refuse a filed need',
  input: { needId: z.uuid(), approve: z.boolean(), words: z.string().trim().min(2).max(300) },
  output: z.object({ state: z.enum(['approved', 'refused']) }),
  errors: ['need-settled', 'same-person'],
  allow: 'forms:approve',
});
