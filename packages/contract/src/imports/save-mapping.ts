import { z } from 'zod';
import { command } from '../operation.ts';
import { AnyMapping } from './register-mapping.ts';

export const saveMapping = command({
  name: 'save-mapping',
  module: 'imports',
  summary: 'Keep how a table is read; the same name again is the next version',
  input: { mapping: AnyMapping },
  output: z.object({ name: z.string(), version: z.number().int() }),
  allow: 'signed-in',
});
