import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const endSubject = command({
  name: 'end-subject',
  module: 'registers',
  summary: 'A shop closes, a thing is taken away, a home is no more',
  input: { subjectId: z.uuid(), on: Day, words: EventWords },
  output: z.object({ subjectId: z.uuid() }),
  errors: ['subject-gone', 'event-day-wrong', 'noun-wrong', 'home-lived-in'],
  allow: 'registers:edit',
});
