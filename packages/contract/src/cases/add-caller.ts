import { z } from 'zod';
import { command } from '../operation.ts';

export const addCaller = command({
  name: 'add-caller',
  module: 'cases',
  summary: 'The desk adds somebody who called about an open case; a chaser call presses it too',
  input: {
    caseId: z.uuid(),
    name: z.string().trim().max(40).default(''),
    phone: z
      .string()
      .regex(/^[0-9+() -]{5,20}$/)
      .nullable()
      .default(null),
    anonymous: z.boolean().default(false),
    wantsAnswer: z.boolean().default(true),
    orderNumber: z.string().trim().max(80).default(''),
    /** A chaser call 催单: the case is urged. */
    chaser: z.boolean().default(false),
  },
  output: z.object({ callerId: z.uuid() }),
  errors: ['wrong-state'],
  allow: 'cases:desk',
});
