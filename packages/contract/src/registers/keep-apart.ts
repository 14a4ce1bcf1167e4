import { z } from 'zod';
import { command } from '../operation.ts';

export const keepApart = command({
  name: 'keep-apart',
  module: 'registers',
  summary: 'Two that look alike are not one: the pair is not shown again',
  input: { pairId: z.uuid() },
  output: z.object({ pairId: z.uuid() }),
  errors: ['pair-decided'],
  allow: 'registers:edit',
});
