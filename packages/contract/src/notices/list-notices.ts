import { z } from 'zod';
import { query } from '../operation.ts';

export const NoticeView = z.object({
  id: z.uuid(),
  kind: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  noun: z.string(),
  nounId: z.uuid().nullable(),
  /** The title of the case, while the reader may read it; of a sealed one never. */
  about: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const listNotices = query({
  name: 'list-notices',
  module: 'notices',
  summary: 'My notices, newest first, with how many are unread',
  input: { after: z.string().max(200).optional(), limit: z.number().int().min(1).max(100).default(30) },
  output: z.object({ notices: z.array(NoticeView), unread: z.number().int(), next: z.string().nullable() }),
  allow: 'signed-in',
});
