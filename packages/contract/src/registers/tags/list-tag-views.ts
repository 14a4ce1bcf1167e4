import { z } from 'zod';
import { query } from '../../operation.ts';
import { CountLevel, TagExpressionShape, TagNoun } from './tag-shapes.ts';

export const listTagViews = query({
  name: 'list-tag-views',
  module: 'registers',
  summary: 'Questions kept by the reader and those shared with the site',
  input: {},
  output: z.object({
    views: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        noun: TagNoun,
        level: CountLevel,
        expression: TagExpressionShape,
        shared: z.boolean(),
        mine: z.boolean(),
        by: z.string(),
      }),
    ),
  }),
  allow: 'tags:read',
});
