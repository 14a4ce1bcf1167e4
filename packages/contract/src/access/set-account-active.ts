import { z } from 'zod';
import { command } from '../operation.ts';

export const setAccountActive = command({
  name: 'set-account-active',
  module: 'access',
  summary: 'Close somebody else’s account, which ends every session of it, or open it again; posts stay as they are',
  input: { accountId: z.uuid(), active: z.boolean(), reason: z.string().trim().min(2).max(200) },
  output: z.object({ accountId: z.uuid(), active: z.boolean() }),
  errors: ['own-account'],
  allow: 'accounts:edit',
});
