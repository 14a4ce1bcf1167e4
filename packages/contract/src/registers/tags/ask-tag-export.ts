import { z } from 'zod';
import { command } from '../../operation.ts';
import { TagExpressionShape, TagNoun } from './tag-shapes.ts';

export const askTagExport = command({
  name: 'ask-tag-export',
  module: 'registers',
  summary: 'Ask for a list in a file, saying why; another person decides',
  input: {
    expression: TagExpressionShape,
    noun: TagNoun,
    areaId: z.uuid(),
    reason: z.string().trim().min(5).max(300),
  },
  output: z.object({ exportId: z.uuid(), subjects: z.number().int() }),
  errors: ['nobody-to-export'],
  allow: 'tags:export',
});
