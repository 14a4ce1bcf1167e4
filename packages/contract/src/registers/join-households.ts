import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const joinHouseholds = command({
  name: 'join-households',
  module: 'registers',
  summary: 'One household takes in another of the same home',
  input: {
    subjectId: z.uuid(),
    otherId: z.uuid(),
    /** What those taken in are to the head of the household that stays; who is not named takes the relation they had there before. */
    relations: z
      .array(z.object({ personId: z.uuid(), relation: z.string().regex(/^\d{2}$/) }))
      .max(100)
      .default([]),
    on: Day,
    words: EventWords,
  },
  output: z.object({ householdId: z.uuid() }),
  errors: ['subject-gone', 'event-day-wrong', 'noun-wrong', 'not-same-home', 'members-wrong', 'relation-unknown'],
  allow: 'registers:edit',
});
