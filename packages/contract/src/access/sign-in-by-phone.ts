import { z } from 'zod';
import { command } from '../operation.ts';
import { Phone, SessionView } from './shapes.ts';

export const signInByPhone = command({
  name: 'sign-in-by-phone',
  module: 'access',
  summary: 'Sign a resident in with the code sent to the phone; the first time makes the account',
  input: { phone: Phone, code: z.string().regex(/^[0-9]{6}$/), name: z.string().trim().min(1).max(40).optional() },
  output: SessionView,
  errors: ['code-wrong'],
  allow: 'anyone',
});
