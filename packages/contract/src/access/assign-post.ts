import { z } from 'zod';
import { command } from '../operation.ts';

export const assignPost = command({
  name: 'assign-post',
  module: 'access',
  summary:
    'A person holds a post from a day on (as deputy, if said); an existing account or a new staff account by login',
  input: {
    postId: z.uuid(),
    person: z.discriminatedUnion('by', [
      z.object({ by: z.literal('account'), accountId: z.uuid() }),
      z.object({
        by: z.literal('new'),
        name: z.string().trim().min(2).max(40),
        login: z.string().regex(/^[a-z0-9._-]{3,40}$/),
      }),
    ]),
    from: z.iso.date(),
    until: z.iso.date().nullable(),
    deputy: z.boolean().default(false),
  },
  output: z.object({ holdingId: z.uuid(), accountId: z.uuid(), initialPassword: z.string().nullable() }),
  errors: ['holding-overlaps', 'administrators-apart'],
  allow: 'org:edit',
});
