import { z } from 'zod';
import { command } from '../operation.ts';

export const mergeSubjects = command({
  name: 'merge-subjects',
  module: 'registers',
  summary:
    'Two that are one become one: links, values, tags and sealed fields go over; what was there can be parted again',
  input: { keepId: z.uuid(), goneId: z.uuid(), reason: z.string().trim().min(2).max(200) },
  output: z.object({ mergeId: z.uuid(), keptId: z.uuid() }),
  errors: ['subject-gone', 'merge-not-alike'],
  allow: 'registers:edit',
});
