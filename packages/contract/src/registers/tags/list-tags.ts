import { z } from 'zod';
import { query } from '../../operation.ts';
import { TagView } from './tag-shapes.ts';

export const listTags = query({
  name: 'list-tags',
  module: 'registers',
  summary: 'Tags of the site and of the reader’s areas, with their rules in words',
  input: {},
  output: z.object({ tags: z.array(TagView) }),
  allow: 'tags:read',
});
