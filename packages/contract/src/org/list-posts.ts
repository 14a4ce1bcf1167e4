import { roles } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { PostView } from './shapes.ts';

export const listPosts = query({
  name: 'list-posts',
  module: 'org',
  summary: 'Posts with who holds them today; vacancies stay visible',
  input: {
    areaId: z.uuid().optional(),
    unitId: z.uuid().optional(),
    role: z.enum(roles).optional(),
    text: z.string().trim().max(40).optional(),
    vacantOnly: z.boolean().default(false),
    after: z.string().optional(),
    limit: z.number().int().min(1).max(200).default(100),
  },
  output: z.object({
    posts: z.array(PostView),
    next: z.string().nullable(),
    total: z.number().int(),
    vacant: z.number().int(),
  }),
  allow: 'org:read',
});
