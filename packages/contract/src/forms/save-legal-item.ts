import { z } from 'zod';
import { command } from '../operation.ts';
import { LegalItem } from './shapes.ts';

export const saveLegalItem = command({
  name: 'save-legal-item',
  module: 'forms',
  summary: 'Put an item on the site’s permitted list, change it, or take it off',
  input: { item: LegalItem, active: z.boolean().default(true) },
  output: z.object({ code: z.string(), active: z.boolean() }),
  errors: ['form-invalid'],
  allow: 'types:edit',
});
