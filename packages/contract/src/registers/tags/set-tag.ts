import { z } from 'zod';
import { command } from '../../operation.ts';
import { Day } from '../../places/shapes.ts';
import { TagId } from './tag-shapes.ts';

export const setTag = command({
  name: 'set-tag',
  module: 'registers',
  summary:
    'Set a tag on a subject by hand, saying why and until when; on one that has it, the new reason and day take over',
  input: { subjectId: z.uuid(), tagId: TagId, why: z.string().trim().min(2).max(200), until: Day.optional() },
  output: z.object({ until: Day.nullable() }),
  errors: ['tag-not-by-hand', 'tag-day-past', 'subject-gone'],
  allow: 'registers:edit',
});
