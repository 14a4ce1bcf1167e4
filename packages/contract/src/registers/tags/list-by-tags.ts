import { z } from 'zod';
import { query } from '../../operation.ts';
import { TagExpressionShape, TagId, TagNoun } from './tag-shapes.ts';

export const listByTags = query({
  name: 'list-by-tags',
  module: 'registers',
  summary: 'Those who have a mix of tags, in areas whose registers the reader keeps; fifty at a time',
  input: {
    expression: TagExpressionShape,
    noun: TagNoun,
    areaId: z.uuid().optional(),
    /** Key of the page before. */
    after: z.string().max(100).optional(),
  },
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        noun: TagNoun,
        name: z.string(),
        areaName: z.string(),
        homeName: z.string().nullable(),
        age: z.number().int().nullable(),
        tags: z.array(TagId),
      }),
    ),
    /** All that the reader may list. */
    total: z.number().int(),
    next: z.string().nullable(),
  }),
  allow: 'tags:read',
});
