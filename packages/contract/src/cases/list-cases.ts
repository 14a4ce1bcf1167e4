import { z } from 'zod';
import { query } from '../operation.ts';
import { caseFilter, caseOrders } from './filter-shapes.ts';
import { CaseSummary } from './shapes.ts';

export const listCases = query({
  name: 'list-cases',
  module: 'cases',
  summary: 'The inbox: every kind of case the reader may see by area or unit, filtered, ordered, paged by key',
  input: {
    ...caseFilter,
    order: z.enum(caseOrders).default('due'),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({ cases: z.array(CaseSummary), next: z.string().nullable() }),
  allow: 'cases:report',
});
