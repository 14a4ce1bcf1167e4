import { z } from 'zod';
import { command } from '../operation.ts';

export const linkMyAccount = command({
  name: 'link-my-account',
  module: 'registers',
  summary: 'A resident proves to be a person of the register: identity number, and the telephone they signed in with',
  input: { documentKind: z.string().max(40).default('resident-id'), number: z.string().trim().min(5).max(30) },
  output: z.object({ subjectId: z.uuid() }),
  errors: ['link-not-proved'],
  allow: 'signed-in',
});
