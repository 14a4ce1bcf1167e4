import { z } from 'zod';
import { query } from '../operation.ts';
import { SubjectRef } from './shapes.ts';

export const listMySubjects = query({
  name: 'list-my-subjects',
  module: 'registers',
  summary: 'The persons of the register I am, or am guardian of',
  input: {},
  output: z.object({
    subjects: z.array(z.object({ subject: SubjectRef, role: z.enum(['self', 'guardian']), since: z.iso.datetime() })),
  }),
  allow: 'signed-in',
});
