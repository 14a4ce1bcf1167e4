import { z } from 'zod';
import { command } from '../operation.ts';
import { caseActionErrors, Words } from './shapes.ts';

export const answerCaller = command({
  name: 'answer-caller',
  module: 'cases',
  summary: 'One caller has been told how it stands: how, and what was said',
  input: {
    caseId: z.uuid(),
    callerId: z.uuid(),
    how: z.enum(['phone', 'visit', 'message', 'not-reached']),
    words: Words,
  },
  output: z.object({ callerId: z.uuid(), answeredAt: z.iso.datetime() }),
  errors: ['caller-unknown', 'caller-already-answered', ...caseActionErrors],
  allow: 'signed-in',
});
