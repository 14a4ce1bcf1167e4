import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const joinHouseholds = command({
  name: 'join-households',
  module: 'registers',
  summary: 'One household takes in another of the same home',
  input: { subjectId: z.uuid(), otherId: z.uuid(), on: Day, words: EventWords },
  output: z.object({ householdId: z.uuid() }),
  errors: ['subject-gone', 'event-day-wrong', 'noun-wrong', 'not-same-home'],
  allow: 'registers:edit',
});
