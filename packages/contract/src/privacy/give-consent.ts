import { z } from 'zod';
import { FileHash } from '../cases/shapes.ts';
import { command } from '../operation.ts';
import { ConsentPurposeName } from './shapes.ts';

export const giveConsent = command({
  name: 'give-consent',
  module: 'privacy',
  summary: 'Agree to one purpose: by the person or a guardian, or entered by the keeper from paper or by word',
  input: {
    subjectId: z.uuid(),
    purpose: ConsentPurposeName,
    /** Version of the words that were shown. */
    version: z.number().int().min(1).max(10_000),
    channel: z.enum(['app', 'paper', 'verbal']),
    givenBy: z.enum(['self', 'guardian']).default('self'),
    evidence: z.string().trim().max(200).default(''),
    /** Photographs of the paper, uploaded before. */
    photos: z.array(FileHash).max(5).default([]),
  },
  output: z.object({ consentId: z.uuid() }),
  errors: [
    'guardian-needed',
    'consent-text-changed',
    'consent-given-already',
    'consent-evidence-needed',
    'subject-gone',
    'noun-wrong',
  ],
  allow: 'signed-in',
});
