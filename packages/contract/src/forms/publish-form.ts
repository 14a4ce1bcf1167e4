import { z } from 'zod';
import { command } from '../operation.ts';

export const publishForm = command({
  name: 'publish-form',
  module: 'forms',
  summary: 'Put the draft in force as a new version: this period’s returns are made and filled at once',
  input: {
    formId: z.uuid(),
    revision: z.number().int().min(1).max(1_000_000),
    /** The department read who asks the same and still needs it; the reason stands in the journal's form. */
    doubleReason: z.string().trim().min(4).max(200).optional(),
  },
  output: z.object({ version: z.number().int(), returns: z.number().int() }),
  errors: ['form-changed', 'form-ended', 'form-invalid', 'form-asked-already'],
  allow: 'forms:file',
});
