import { z } from 'zod';
import { query } from '../operation.ts';
import { SharedCaseView, SharedWordsView } from './shapes.ts';

export const getSharedCase = query({
  name: 'get-shared-case',
  module: 'partners',
  summary: 'With whom a case is shared: our part, their part, both states, words either way, when they were last heard',
  input: { caseId: z.uuid() },
  output: z.object({
    shares: z.array(SharedCaseView.extend({ words: z.array(SharedWordsView) })),
    /** The case may be shared, this reader may do it, and there is a partner that does not have it yet. */
    mayShare: z.boolean(),
    /** This reader may write to the other side. */
    mayTell: z.boolean(),
  }),
  allow: 'signed-in',
});
