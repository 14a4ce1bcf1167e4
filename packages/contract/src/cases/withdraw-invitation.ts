import { z } from 'zod';
import { command } from '../operation.ts';

export const withdrawInvitation = command({
  name: 'withdraw-invitation',
  module: 'cases',
  summary: 'Takes back an invitation that nobody has used',
  input: { caseId: z.uuid(), invitationId: z.uuid() },
  output: z.object({ invitationId: z.uuid() }),
  errors: ['invitation-unknown', 'invitation-used'],
  allow: 'signed-in',
});
