import { z } from 'zod';
import { command } from '../operation.ts';
import { FieldCodeText, FieldValueShape } from './shapes.ts';

export const askCorrection = command({
  name: 'ask-correction',
  module: 'registers',
  summary: 'Ask whoever keeps a field to correct it; also by the person it is about',
  input: {
    subjectId: z.uuid(),
    field: FieldCodeText,
    value: FieldValueShape,
    reason: z.string().trim().min(2).max(200),
  },
  output: z.object({ correctionId: z.uuid() }),
  errors: ['correction-pending', 'subject-gone'],
  allow: 'signed-in',
});
