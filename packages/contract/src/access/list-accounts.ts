import { z } from 'zod';
import { query } from '../operation.ts';

export const AccountView = z.object({
  accountId: z.uuid(),
  name: z.string(),
  login: z.string(),
  /** False: nobody can sign in with it. */
  active: z.boolean(),
  /** Posts held today, in words. */
  posts: z.array(z.string()),
  own: z.boolean(),
});
export type AccountView = z.infer<typeof AccountView>;

export const listAccounts = query({
  name: 'list-accounts',
  module: 'access',
  summary: 'Staff accounts of one’s place by name or login, closed ones too; nothing of when they were used',
  input: {
    text: z.string().trim().max(40).optional(),
    closedOnly: z.boolean().default(false),
    after: z.string().optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({ accounts: z.array(AccountView), next: z.string().nullable(), total: z.number().int() }),
  allow: 'accounts:edit',
});
