import { z } from 'zod';
import { query } from '../operation.ts';
import { ImportMapping, mappedTargets } from './shapes.ts';

export const proposeMapping = query({
  name: 'propose-mapping',
  module: 'imports',
  summary: 'How an uploaded table is most likely read, guessed from its headings and first rows; nothing is stored',
  input: { importId: z.uuid() },
  output: z.object({
    mapping: ImportMapping,
    /** The saved mapping whose headings fit this table, when there is one; then `mapping` is it. */
    savedAs: z.string().nullable(),
    /** Distinct values of the columns that need a value map, most frequent first. */
    found: z.array(z.object({ to: z.enum(mappedTargets), value: z.string(), count: z.number().int() })),
    sample: z.array(z.array(z.string())),
  }),
  errors: ['import-gone'],
  allow: 'cases:desk',
});
