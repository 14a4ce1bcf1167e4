import { z } from 'zod';
import { command } from '../../operation.ts';
import { TagId } from './tag-shapes.ts';

export const unsetTag = command({
  name: 'unset-tag',
  module: 'registers',
  summary: 'Take a hand-set tag off a subject, saying why',
  input: { subjectId: z.uuid(), tagId: TagId, why: z.string().trim().min(2).max(200) },
  output: z.object({ ended: z.boolean() }),
  errors: ['tag-not-by-hand'],
  allow: 'registers:edit',
});
