import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseDetail, CaseSummary } from './shapes.ts';

/** One call fills a phone for work without signal: whole cases, not only rows. */
export const listMyTasks = query({
  name: 'list-my-tasks',
  module: 'cases',
  summary:
    'For a worker: cases in my hands or sent to my posts and units, pools I may take from, and checks I may do, whole for offline use',
  input: { limit: z.number().int().min(1).max(300).default(150) },
  output: z.object({
    mine: z.array(CaseDetail),
    pool: z.array(CaseSummary),
    checks: z.array(CaseSummary),
    asOf: z.iso.datetime(),
  }),
  allow: 'cases:handle',
});
