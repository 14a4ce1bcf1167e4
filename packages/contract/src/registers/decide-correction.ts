import { z } from 'zod';
import { command } from '../operation.ts';

export const decideCorrection = command({
  name: 'decide-correction',
  module: 'registers',
  summary: 'Accept or refuse a correction, with words; accepted, the value is entered as the owner’s',
  input: { correctionId: z.uuid(), accept: z.boolean(), words: z.string().trim().min(2).max(200) },
  output: z.object({ state: z.enum(['accepted', 'refused']) }),
  errors: ['field-restricted', 'correction-decided', 'second-person-needed', 'subject-gone', 'code-taken'],
  allow: 'registers:edit',
});
