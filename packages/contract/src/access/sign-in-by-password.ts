import { z } from 'zod';
import { command } from '../operation.ts';
import { SessionView } from './shapes.ts';

export const signInByPassword = command({
  name: 'sign-in-by-password',
  module: 'access',
  summary: 'Sign staff in; five wrong tries lock the account for a while',
  input: { login: z.string().trim().min(1).max(60), password: z.string().min(1).max(200) },
  output: SessionView,
  errors: ['sign-in-failed'],
  allow: 'anyone',
});
