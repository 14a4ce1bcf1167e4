import { z } from 'zod';
import { command } from '../operation.ts';

export const signOut = command({
  name: 'sign-out',
  module: 'access',
  summary: 'End this session',
  input: {},
  output: z.object({ signedOut: z.literal(true) }),
  allow: 'anyone',
});
