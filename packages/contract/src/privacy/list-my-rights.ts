import { z } from 'zod';
import { query } from '../operation.ts';
import { DeletionProof, RightsRequestView } from './shapes.ts';

export const listMyRights = query({
  name: 'list-my-rights',
  module: 'privacy',
  summary: 'My requests about personal data, newest first, and copies that may be fetched now',
  input: {},
  output: z.object({
    /** `subjectName`: whom it is about, where the asker may still read them. */
    requests: z.array(
      RightsRequestView.extend({
        subjectName: z.string().nullable(),
        /** What went by the answer, with the hash of the ids: nothing of what it said. */
        proofs: z.array(DeletionProof),
      }),
    ),
    copies: z.array(z.object({ copyId: z.uuid(), expiresAt: z.iso.datetime(), rightsId: z.uuid().nullable() })),
  }),
  allow: 'signed-in',
});
