import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';

export const saveCall = command({
  name: 'save-call',
  module: 'cases',
  summary:
    'A themed call: what is asked for, why, how to send it, and from which day until which; by `callId` an old one is changed',
  input: {
    callId: z.uuid().optional(),
    typeCode: z.string().max(40),
    topic: z.string().trim().min(2).max(80),
    background: z.string().trim().min(2).max(2000),
    ways: z.string().trim().min(2).max(400),
    opensOn: Day,
    /** The last day. */
    closesOn: Day,
  },
  output: z.object({ callId: z.uuid() }),
  errors: ['type-not-open'],
  allow: 'cases:desk',
});
