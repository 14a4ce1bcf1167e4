import { z } from 'zod';
import { command } from '../operation.ts';
import { FieldCodeText, FieldValueShape } from './shapes.ts';

export const confirmFields = command({
  name: 'confirm-fields',
  module: 'registers',
  summary: 'What stands is still true: values count as fresh from today',
  input: {
    subjectId: z.uuid(),
    fields: z.array(FieldCodeText).min(1).max(60),
    /** The values as they were read; one that has become another since is passed over: it is not what was found true. */
    was: z.record(FieldCodeText, FieldValueShape).optional(),
  },
  output: z.object({ confirmed: z.array(z.string()) }),
  errors: ['subject-gone'],
  allow: 'registers:edit',
});
