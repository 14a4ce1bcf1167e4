import { z } from 'zod';
import { command } from '../operation.ts';

export const makeNeedKey = command({
  name: 'make-need-key',
  module: 'forms',
  summary: 'Make the key a partner’s machine fetches an approved need with; shown once, the one before it ends',
  input: { needId: z.uuid() },
  output: z.object({ key: z.string().nullable() }),
  errors: ['need-settled'],
  allow: 'forms:approve',
});
