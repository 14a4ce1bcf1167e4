import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { Consent, ConsentPurposeName } from './shapes.ts';

export const listConsents = query({
  name: 'list-consents',
  module: 'privacy',
  summary: 'Purposes with their words, and the receipts of one person: their own, their ward’s, or for the keeper',
  input: { subjectId: z.uuid() },
  output: z.object({
    purposes: z.array(
      z.object({
        purpose: ConsentPurposeName,
        version: z.number().int(),
        name: LocalText,
        words: LocalText,
        fields: z.array(LocalText),
        /** Values held on this agreement now. */
        held: z.number().int(),
      }),
    ),
    consents: z.array(Consent),
  }),
  allow: 'signed-in',
});
