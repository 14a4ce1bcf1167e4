import { z } from 'zod';
import { query } from '../operation.ts';
import { DeletionProof } from './shapes.ts';

export const listDeletions = query({
  name: 'list-deletions',
  module: 'privacy',
  summary: 'Proofs of deletion, newest first: what kind, how many, under which rule, with a hash of the ids',
  input: { after: z.string().max(400).optional(), limit: z.number().int().min(1).max(200).default(50) },
  output: z.object({
    deletions: z.array(
      DeletionProof.extend({
        rule: z.string(),
        rightsNumber: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  allow: 'privacy:desk',
});
