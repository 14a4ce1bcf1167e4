import { z } from 'zod';
import { command } from '../../operation.ts';

export const deleteTagView = command({
  name: 'delete-tag-view',
  module: 'registers',
  summary: 'Drop one of one’s own kept questions',
  input: { viewId: z.uuid() },
  output: z.object({ deleted: z.boolean() }),
  allow: 'tags:read',
});
