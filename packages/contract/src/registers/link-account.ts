import { z } from 'zod';
import { command } from '../operation.ts';

export const linkAccount = command({
  name: 'link-account',
  module: 'registers',
  summary: 'At the desk: an account becomes a person’s own or their guardian’s, with the proof that was shown',
  input: {
    subjectId: z.uuid(),
    /** The telephone the account signs in with. */
    phone: z.string().trim().min(5).max(30),
    role: z.enum(['self', 'guardian']),
    proof: z.string().trim().min(4).max(200),
  },
  output: z.object({ subjectId: z.uuid() }),
  errors: ['link-not-proved', 'subject-gone'],
  allow: 'registers:edit',
});
