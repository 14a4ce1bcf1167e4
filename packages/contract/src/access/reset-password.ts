import { z } from 'zod';
import { command } from '../operation.ts';

export const resetPassword = command({
  name: 'reset-password',
  module: 'access',
  summary: 'A new first password for somebody else, told once; every session of the account ends',
  input: { accountId: z.uuid(), reason: z.string().trim().min(2).max(200) },
  output: z.object({ accountId: z.uuid(), initialPassword: z.string().nullable() }),
  errors: ['own-account', 'administrator-password'],
  allow: 'accounts:edit',
});
