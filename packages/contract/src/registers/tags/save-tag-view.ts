import { z } from 'zod';
import { command } from '../../operation.ts';
import { CountLevel, TagExpressionShape, TagNoun } from './tag-shapes.ts';

export const saveTagView = command({
  name: 'save-tag-view',
  module: 'registers',
  summary: 'Keep a question under a name, for oneself or shared with the site; the same name replaces it',
  input: {
    name: z.string().trim().min(1).max(40),
    noun: TagNoun,
    level: CountLevel,
    expression: TagExpressionShape,
    shared: z.boolean().default(false),
  },
  output: z.object({ viewId: z.uuid() }),
  allow: 'tags:read',
});
