import { z } from 'zod';
import { query } from '../operation.ts';
import { ImportRowProblem, ImportRun } from './import-run.ts';
import { AnyMapping } from './register-mapping.ts';

export const getImport = query({
  name: 'get-import',
  module: 'imports',
  summary: 'One run: its state, counts and the first bad rows; all of them are a file at /api/export-import-problems',
  input: { importId: z.uuid() },
  output: z.object({
    run: ImportRun,
    mapping: AnyMapping.nullable(),
    problems: z.array(ImportRowProblem),
    problemCount: z.number().int(),
    /** Of the new orders of a dry run, those whose time is up on arrival: it runs from when they were reported there. */
    late: z.number().int(),
    /** What the first rows became, once anything is in. */
    cases: z.array(z.object({ line: z.number().int(), orderNumber: z.string(), caseId: z.uuid(), number: z.string() })),
  }),
  errors: ['import-gone'],
  allow: 'signed-in',
});
