import { z } from 'zod';
import { command } from '../operation.ts';

export const endNeed = command({
  name: 'end-need',
  module: 'forms',
  summary: 'End the serving of a need: its unit, or who approved',
  input: { needId: z.uuid() },
  output: z.object({ needId: z.uuid() }),
  errors: ['need-settled'],
  allow: 'forms:read',
});
