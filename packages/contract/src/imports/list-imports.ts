import { z } from 'zod';
import { query } from '../operation.ts';
import { ImportRun } from './shapes.ts';

export const listImports = query({
  name: 'list-imports',
  module: 'imports',
  summary: 'The latest runs of the site, newest first',
  input: {},
  output: z.object({ runs: z.array(ImportRun) }),
  allow: 'cases:desk',
});
