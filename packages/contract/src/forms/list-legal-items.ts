import { z } from 'zod';
import { query } from '../operation.ts';
import { LegalItem } from './shapes.ts';

export const listLegalItems = query({
  name: 'list-legal-items',
  module: 'forms',
  summary: 'What departments may ask committees for, with the law behind each item and the personal fields it covers',
  input: {},
  output: z.object({
    items: z.array(LegalItem.extend({ active: z.boolean(), ofPack: z.boolean() })),
    mayEdit: z.boolean(),
  }),
  allow: 'forms:read',
});
