import { z } from 'zod';
import { query } from '../operation.ts';
import { ImportRun } from './import-run.ts';

export const listImports = query({
  name: 'list-imports',
  module: 'imports',
  summary: 'The latest runs, newest first: of orders those of the site, of registers those over places of the reader',
  input: { of: z.enum(['orders', 'registers']).default('orders') },
  output: z.object({ runs: z.array(ImportRun) }),
  allow: 'signed-in',
});
