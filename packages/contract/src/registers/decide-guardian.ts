import { z } from 'zod';
import { command } from '../operation.ts';

/**
 * The second person's answer to a guardian entered by agreement: confirmed, the guardianship begins; refused, or taken back by who entered it,
 * nothing is kept of it. Who entered it never confirms.
 */
export const decideGuardian = command({
  name: 'decide-guardian',
  module: 'registers',
  summary: 'Confirm or refuse a guardian of an adult by agreement, whom somebody else entered',
  input: { wardId: z.uuid(), guardianId: z.uuid(), accept: z.boolean() },
  output: z.object({ wardId: z.uuid(), guardianId: z.uuid() }),
  errors: [
    'guardian-not-waiting',
    'second-person-needed',
    'guardian-unfit',
    'guardian-not-justified',
    'guardian-circular',
    'guardian-known',
    'guardian-too-many',
    'subject-gone',
    'noun-wrong',
    'event-day-wrong',
  ],
  allow: 'registers:edit',
});
