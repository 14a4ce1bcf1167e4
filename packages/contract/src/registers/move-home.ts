import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const moveHome = command({
  name: 'move-home',
  module: 'registers',
  summary: 'A person or a whole household moves from one home to another',
  input: {
    subjectId: z.uuid(),
    homeId: z.uuid(),
    /** A household there to join; none makes one of their own. */ householdId: z.uuid().optional(),
    relation: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    on: Day,
    words: EventWords,
  },
  output: z.object({ movedIds: z.array(z.uuid()), householdId: z.uuid().nullable() }),
  errors: ['subject-gone', 'event-day-wrong', 'noun-wrong', 'same-home', 'relation-unknown', 'subject-elsewhere'],
  allow: 'registers:edit',
});
