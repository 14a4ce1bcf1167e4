import { z } from 'zod';
import { query } from '../operation.ts';
import { AnyMapping } from './register-mapping.ts';

export const proposeMapping = query({
  name: 'propose-mapping',
  module: 'imports',
  summary: 'How an uploaded table is most likely read, guessed from its headings and first rows; nothing is stored',
  input: { importId: z.uuid() },
  output: z.object({
    mapping: AnyMapping,
    /** The saved mapping whose headings fit this table, when there is one; then `mapping` is it. */
    savedAs: z.string().nullable(),
    /** Distinct values of the columns that need a value map, most frequent first. */
    found: z.array(z.object({ to: z.string(), value: z.string(), count: z.number().int() })),
    sample: z.array(z.array(z.string())),
    /** What a column of this table may mean, for this reader; empty for orders, whose targets are `importTargets`. */
    targets: z.array(z.string()),
    /** The product runs as a demonstration: `checkDigit: 'test'` may be chosen. */
    mayLowerChecks: z.boolean(),
  }),
  errors: ['import-gone'],
  allow: 'signed-in',
});
