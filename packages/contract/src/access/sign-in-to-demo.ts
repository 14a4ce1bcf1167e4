import { z } from 'zod';
import { command } from '../operation.ts';
import { SessionView } from './shapes.ts';

export const signInToDemo = command({
  name: 'sign-in-to-demo',
  module: 'access',
  summary: 'Sign in as one of the ready-made people; exists only in demonstration mode',
  input: { key: z.string().max(60) },
  output: SessionView,
  allow: 'anyone',
});
