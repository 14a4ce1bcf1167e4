import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const recordDeath = command({
  name: 'record-death',
  module: 'registers',
  summary: 'A person died: links and care end on the day, the household goes on without them',
  input: { subjectId: z.uuid(), on: Day, words: EventWords },
  output: z.object({ subjectId: z.uuid() }),
  errors: ['subject-gone', 'event-day-wrong', 'noun-wrong'],
  allow: 'registers:edit',
});
