import { z } from 'zod';
import { command } from '../operation.ts';

export const endHolding = command({
  name: 'end-holding',
  module: 'org',
  summary: 'A person no longer holds a post after a day',
  input: { holdingId: z.uuid(), until: z.iso.date() },
  output: z.object({ holdingId: z.uuid(), until: z.iso.date() }),
  allow: 'org:edit',
});
