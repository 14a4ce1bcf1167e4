import { z } from 'zod';
import { query } from '../operation.ts';
import { FormState, FormView } from './shapes.ts';

export const listForms = query({
  name: 'list-forms',
  module: 'forms',
  summary: 'Forms of the site: drafts only of one’s own unit',
  input: { state: FormState.optional(), mine: z.boolean().default(false) },
  output: z.object({ forms: z.array(FormView) }),
  allow: 'forms:read',
});
