import { z } from 'zod';
import { command } from '../operation.ts';

export const acceptInvitation = command({
  name: 'accept-invitation',
  module: 'cases',
  summary: 'A resident becomes a party of a case by the one-time code; whoever used it before is led to the case again',
  input: { code: z.string().trim().min(1).max(40) },
  output: z.object({ caseId: z.uuid() }),
  errors: [
    'invitation-unknown',
    'invitation-expired',
    'invitation-used',
    'invitation-withdrawn',
    'invitation-not-for-staff',
    'invitation-not-here',
    'invitation-while-signing',
    'already-joined',
    'wrong-state',
    'calendar-year-missing',
  ],
  allow: 'signed-in',
});
