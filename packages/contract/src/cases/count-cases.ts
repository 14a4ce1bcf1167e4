import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseFilter } from './filter-shapes.ts';

export const countCases = query({
  name: 'count-cases',
  module: 'cases',
  summary: 'True counts for up to twenty filters at once; beyond 10,000 the answer says "at least"',
  input: { filters: z.array(CaseFilter).min(1).max(20) },
  output: z.object({ counts: z.array(z.object({ count: z.number().int(), atLeast: z.boolean() })) }),
  allow: 'cases:report',
});
