import { z } from 'zod';
import { command } from '../operation.ts';
import { FormDefinition, FormProblemView } from './shapes.ts';

export const saveForm = command({
  name: 'save-form',
  module: 'forms',
  summary: 'Keep the draft of a department’s form; it asks nobody before it is published',
  input: {
    formId: z.uuid().optional(),
    /** The draft's revision as it was read; of a new form not needed. */
    revision: z.number().int().min(1).max(1_000_000).optional(),
    unitId: z.uuid().optional(),
    definition: FormDefinition,
  },
  output: z.object({ formId: z.uuid(), revision: z.number().int(), problems: z.array(FormProblemView) }),
  errors: ['form-changed', 'form-ended'],
  allow: 'forms:file',
});
