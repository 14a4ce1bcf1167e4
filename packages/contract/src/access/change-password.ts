import { z } from 'zod';
import { command } from '../operation.ts';

export const changePassword = command({
  name: 'change-password',
  module: 'access',
  summary: 'Change one’s own password; every other session of the account ends',
  input: { current: z.string().min(1).max(200), next: z.string().min(10).max(200) },
  output: z.object({ changed: z.literal(true) }),
  errors: ['sign-in-failed'],
  allow: 'signed-in',
});
