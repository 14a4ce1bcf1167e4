import { z } from 'zod';
import { command } from '../operation.ts';
import { FieldCodeText } from './shapes.ts';

export const revealField = command({
  name: 'reveal-field',
  module: 'registers',
  summary: 'Show a sealed field in full for a reason, which its person reads; counted against the day’s quota',
  input: { subjectId: z.uuid(), field: FieldCodeText, reason: z.string().trim().min(4).max(200) },
  output: z.object({ value: z.string(), kind: z.string(), left: z.number().int() }),
  allow: 'registers:reveal',
});
