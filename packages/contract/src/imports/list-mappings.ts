import { z } from 'zod';
import { query } from '../operation.ts';
import { ImportMapping } from './shapes.ts';

export const listMappings = query({
  name: 'list-mappings',
  module: 'imports',
  summary: 'The saved mappings of the site',
  input: {},
  output: z.object({
    mappings: z.array(z.object({ mapping: ImportMapping, version: z.number().int(), changedAt: z.iso.datetime() })),
  }),
  allow: 'cases:desk',
});
