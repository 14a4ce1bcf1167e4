import { z } from 'zod';
import { command } from '../operation.ts';

export const pushOrder = command({
  name: 'push-order',
  module: 'imports',
  summary: 'One order from another system, read by a saved mapping; the same number again writes nothing',
  input: {
    /** The name of a saved mapping. */
    mapping: z.string().trim().min(1).max(60),
    /** Heading → value, as the other system writes them. */
    order: z.record(z.string().min(1).max(80), z.string().max(5000)),
  },
  output: z.object({
    /** `changed`: known, and different from what was taken up; nothing was overwritten. `chased`: it presses an earlier order. */
    outcome: z.enum(['added', 'same', 'changed', 'chased']),
    caseId: z.uuid(),
    number: z.string(),
  }),
  errors: ['mapping-unknown', 'order-bad', 'calendar-year-missing'],
  allow: 'cases:desk',
});
