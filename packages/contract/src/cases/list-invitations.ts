import { z } from 'zod';
import { query } from '../operation.ts';

export const invitationStates = ['open', 'used', 'expired', 'withdrawn'] as const;

export const InvitationView = z.object({
  id: z.uuid(),
  state: z.enum(invitationStates),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Masked; null where the code was handed over otherwise, also because the message could not be sent. */
  sentTo: z.string().nullable(),
  usedAt: z.iso.datetime().nullable(),
  /** Masked name of who came in by it. */
  usedBy: z.string().nullable(),
});
export type InvitationView = z.infer<typeof InvitationView>;

export const listInvitations = query({
  name: 'list-invitations',
  module: 'cases',
  summary: 'The invitations of a case, the newest first, for who works on it; never a code',
  input: { caseId: z.uuid() },
  output: z.object({
    invitations: z.array(InvitationView),
    /** May make one and take one back: who handles a case whose paper is signed, while it is open. */
    mayInvite: z.boolean(),
  }),
  allow: 'signed-in',
});
