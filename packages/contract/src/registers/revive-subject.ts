import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { EventWords } from './shapes.ts';

export const reviveSubject = command({
  name: 'revive-subject',
  module: 'registers',
  summary: 'Ended, moved out or dead by mistake: it is there again, as a new event',
  input: { subjectId: z.uuid(), on: Day, words: EventWords },
  output: z.object({ subjectId: z.uuid() }),
  errors: ['subject-present', 'event-day-wrong'],
  allow: 'registers:edit',
});
