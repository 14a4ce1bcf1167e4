import { z } from 'zod';
import { command } from '../operation.ts';

export const endForm = command({
  name: 'end-form',
  module: 'forms',
  summary: 'End a form: nothing more is asked for it; what was given stays',
  input: { formId: z.uuid() },
  output: z.object({ formId: z.uuid() }),
  errors: ['form-ended'],
  allow: 'forms:file',
});
