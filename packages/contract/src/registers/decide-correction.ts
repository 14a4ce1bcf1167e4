import { z } from 'zod';
import { command } from '../operation.ts';

export const decideCorrection = command({
  name: 'decide-correction',
  module: 'registers',
  summary:
    'Accept or refuse a correction, with words: who leads the place, or the unit of the body that entered the value; accepted, it is entered as theirs',
  input: { correctionId: z.uuid(), accept: z.boolean(), words: z.string().trim().min(2).max(200) },
  output: z.object({ state: z.enum(['accepted', 'refused']) }),
  errors: [
    'field-restricted',
    'correction-decided',
    'correction-of-owner',
    'second-person-needed',
    'subject-gone',
    'code-taken',
    'component-class-misfit',
  ],
  allow: 'signed-in',
});
