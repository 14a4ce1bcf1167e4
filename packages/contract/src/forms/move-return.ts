import { z } from 'zod';
import { command } from '../operation.ts';
import { ReturnStateSchema } from './shapes.ts';

export const moveReturn = command({
  name: 'move-return',
  module: 'forms',
  summary: 'The committee checks a return, gives it upwards, or sends it back to itself with a reason',
  input: {
    returnId: z.uuid(),
    revision: z.number().int().min(1).max(1_000_000),
    act: z.enum(['check', 'give', 'send-back']),
    words: z.string().trim().max(300).default(''),
  },
  output: z.object({ state: ReturnStateSchema, revision: z.number().int() }),
  errors: ['return-changed', 'return-closed', 'return-incomplete', 'reason-needed'],
  allow: 'forms:fill',
});
