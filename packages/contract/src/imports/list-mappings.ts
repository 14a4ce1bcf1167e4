import { z } from 'zod';
import { query } from '../operation.ts';
import { AnyMapping, importKinds } from './register-mapping.ts';

export const listMappings = query({
  name: 'list-mappings',
  module: 'imports',
  summary: 'The saved mappings of the site',
  input: { kind: z.enum(importKinds).default('orders') },
  output: z.object({
    mappings: z.array(z.object({ mapping: AnyMapping, version: z.number().int(), changedAt: z.iso.datetime() })),
  }),
  allow: 'signed-in',
});
