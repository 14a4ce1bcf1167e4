import { CaseTypeDefinition } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const listCaseTypes = query({
  name: 'list-case-types',
  module: 'cases',
  summary: 'Case types now open; `for` keeps those the reader may report',
  input: { for: z.enum(['report', 'all']).default('report') },
  output: z.object({
    types: z.array(
      z.object({
        version: z.number().int(),
        pack: z.string(),
        active: z.boolean(),
        definition: CaseTypeDefinition,
        mayReport: z.boolean(),
      }),
    ),
  }),
  allow: 'anyone',
});
