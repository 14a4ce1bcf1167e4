import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const splitHousehold = command({
  name: 'split-household',
  module: 'registers',
  summary: 'Some members become a household of their own, in the same home',
  input: {
    subjectId: z.uuid(),
    memberIds: z.array(z.uuid()).min(1).max(30),
    headId: z.uuid(),
    on: Day,
    words: EventWords,
  },
  output: z.object({ householdId: z.uuid() }),
  errors: ['subject-gone', 'event-day-wrong', 'noun-wrong', 'members-wrong'],
  allow: 'registers:edit',
});
