import { z } from 'zod';
import { command } from '../operation.ts';

export const readNotices = command({
  name: 'read-notices',
  module: 'notices',
  summary: 'Mark notices as read, some or all',
  input: { noticeIds: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(100)]) },
  output: z.object({ read: z.number().int() }),
  allow: 'signed-in',
});
