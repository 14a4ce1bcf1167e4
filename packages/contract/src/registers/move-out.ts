import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const moveOut = command({
  name: 'move-out',
  module: 'registers',
  summary: 'A person or a whole household leaves the area',
  input: {
    subjectId: z.uuid(),
    /** Where to, in the person’s words; kept in no field. */ to: z
      .enum(['elsewhere-in-city', 'other-province', 'abroad', 'institution', 'unknown'])
      .default('unknown'),
    on: Day,
    words: EventWords,
  },
  output: z.object({ movedIds: z.array(z.uuid()) }),
  errors: ['subject-gone', 'event-day-wrong', 'noun-wrong'],
  allow: 'registers:edit',
});
