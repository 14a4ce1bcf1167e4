import { z } from 'zod';
import { command } from '../operation.ts';

export const grantSealed = command({
  name: 'grant-sealed',
  module: 'org',
  summary: 'Let a post that handles or dispatches into sealed matters of its place, or shut it out again',
  input: { postId: z.uuid(), sealed: z.boolean() },
  output: z.object({ postId: z.uuid(), sealed: z.boolean() }),
  errors: ['sealed-not-for-role', 'second-person-needed'],
  allow: 'org:edit',
});
