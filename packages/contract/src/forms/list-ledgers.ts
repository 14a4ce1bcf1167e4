import { z } from 'zod';
import { query } from '../operation.ts';
import { FormDefinition } from './shapes.ts';

export const listLedgers = query({
  name: 'list-ledgers',
  module: 'forms',
  summary: 'Ledgers that packs bring, ready for a department to file as they are or changed',
  input: {},
  output: z.object({
    ledgers: z.array(z.object({ code: z.string(), unit: z.string().optional(), form: FormDefinition })),
  }),
  allow: 'forms:read',
});
