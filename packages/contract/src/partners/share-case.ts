import { z } from 'zod';
import { command } from '../operation.ts';
import { PartWords, SharedField } from './shapes.ts';

export const shareCase = command({
  name: 'share-case',
  module: 'partners',
  summary:
    'Share a public case with a partner: what it is in our words, whose part is what, and which answers go along',
  input: {
    caseId: z.uuid(),
    partnerId: z.uuid(),
    /** Written for the partner. The report's own words never travel: they may hold a name or a number. */
    summary: z.string().trim().min(4).max(1000),
    ourPart: PartWords,
    theirPart: PartWords,
    /** Answers the type requires go along in any case. */
    fields: z.array(SharedField).max(40).default([]),
  },
  output: z.object({ sharedCaseId: z.uuid(), number: z.string() }),
  errors: ['case-not-shareable', 'already-shared', 'partner-off', 'words-hold-contact'],
  allow: 'cases:desk',
});
