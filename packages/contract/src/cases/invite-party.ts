import { z } from 'zod';
import { command } from '../operation.ts';
import { onCase } from './shapes.ts';

export const inviteParty = command({
  name: 'invite-party',
  module: 'cases',
  summary:
    'Whoever handles a case whose paper is signed makes a one-time code for the other party; the code is told this once',
  input: {
    ...onCase,
    /** To send the code to, at once; kept nowhere. */
    phone: z
      .string()
      .regex(/^1[0-9]{10}$/)
      .optional(),
  },
  output: z.object({
    invitationId: z.uuid(),
    /** Two groups of four; null in the answer to a repeat. */
    code: z.string().nullable(),
    expiresAt: z.iso.datetime(),
    /** `shown`: in a demonstration nothing leaves the machine. Null where no telephone was named. */
    delivery: z.enum(['sent', 'shown', 'failed']).nullable(),
  }),
  errors: ['wrong-state', 'changed-meanwhile', 'invitation-not-here', 'invitations-full'],
  allow: 'signed-in',
});
