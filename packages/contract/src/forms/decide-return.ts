import { z } from 'zod';
import { command } from '../operation.ts';
import { ReturnStateSchema } from './shapes.ts';

export const decideReturn = command({
  name: 'decide-return',
  module: 'forms',
  summary: 'The street approves what a committee gave, or sends it back with a reason',
  input: {
    returnId: z.uuid(),
    revision: z.number().int().min(1).max(1_000_000),
    approve: z.boolean(),
    words: z.string().trim().max(300).default(''),
  },
  output: z.object({ state: ReturnStateSchema, revision: z.number().int() }),
  errors: ['return-changed', 'return-closed', 'reason-needed', 'same-person'],
  allow: 'forms:approve',
});
