import { z } from 'zod';
import { command } from '../operation.ts';

export const issueComponentCode = command({
  name: 'issue-component-code',
  module: 'registers',
  summary: 'Number a thing by GB/T 47678.5: division, class and kind, and a number never given before; 17 digits',
  input: { subjectId: z.uuid(), /** Class (2) and kind (3) of the standard. */ classCode: z.string().regex(/^\d{5}$/) },
  output: z.object({ code: z.string() }),
  errors: [
    'component-class-unknown',
    'component-class-misfit',
    'component-numbered',
    'code-taken',
    'noun-wrong',
    'subject-gone',
  ],
  allow: 'registers:edit',
});
