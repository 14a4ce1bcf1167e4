import { z } from 'zod';
import { command } from '../operation.ts';

export const tellPartner = command({
  name: 'tell-partner',
  module: 'partners',
  summary: 'Words for the other side of a shared case',
  input: { caseId: z.uuid(), partnerId: z.uuid(), words: z.string().trim().min(1).max(1000) },
  output: z.object({ wordsId: z.uuid() }),
  errors: ['case-not-shared', 'words-hold-contact'],
  allow: 'cases:desk',
});
