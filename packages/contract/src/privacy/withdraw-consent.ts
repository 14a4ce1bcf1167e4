import { z } from 'zod';
import { command } from '../operation.ts';
import { ConsentPurposeName } from './shapes.ts';

export const withdrawConsent = command({
  name: 'withdraw-consent',
  module: 'privacy',
  summary: 'Withdraw an agreement: what was held on it alone is deleted at once, with proof',
  input: {
    subjectId: z.uuid(),
    purpose: ConsentPurposeName,
    /** Entered by the keeper: how the person said so. */
    evidence: z.string().trim().max(200).default(''),
  },
  output: z.object({ deleted: z.array(z.string()) }),
  errors: ['consent-not-given', 'consent-evidence-needed', 'noun-wrong'],
  allow: 'signed-in',
});
