import { z } from 'zod';
import { command } from '../operation.ts';
import { FieldCodeText } from '../registers/shapes.ts';
import { PhoneCode } from './shapes.ts';

export const showMyField = command({
  name: 'show-my-field',
  module: 'privacy',
  summary: 'A sealed field of my own in full, with a code sent to my telephone',
  input: { subjectId: z.uuid(), field: FieldCodeText, code: PhoneCode },
  output: z.object({ value: z.string() }),
  errors: ['code-wrong', 'no-own-phone'],
  allow: 'signed-in',
});
