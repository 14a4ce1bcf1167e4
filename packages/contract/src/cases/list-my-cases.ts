import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseSummary } from './shapes.ts';

export const listMyCases = query({
  name: 'list-my-cases',
  module: 'cases',
  summary: 'Cases I reported or joined, the latest change first',
  input: { after: z.string().max(200).optional(), limit: z.number().int().min(1).max(100).default(20) },
  output: z.object({
    cases: z.array(CaseSummary.extend({ unseen: z.boolean(), canRate: z.boolean() })),
    next: z.string().nullable(),
  }),
  allow: 'signed-in',
});
