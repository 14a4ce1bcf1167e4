import { z } from 'zod';
import { command } from '../operation.ts';
import { PlacedProblem, TypeCode } from './type-shapes.ts';

export const publishCaseType = command({
  name: 'publish-case-type',
  module: 'cases',
  summary: 'Make the draft, or the version the pack offers, the one in force; running cases keep theirs',
  input: {
    code: TypeCode,
    from: z.enum(['draft', 'pack']),
    /** The version in force that the publisher saw. */
    version: z.number().int().min(1).max(1_000_000),
    /** The draft that the publisher saw; null for the pack’s version. */
    revision: z.number().int().min(1).max(1_000_000_000).nullable(),
    /** Why, for the history. */
    note: z.string().trim().max(300).default(''),
  },
  output: z.object({
    published: z.boolean(),
    /** The new version, or the one that stays in force. */
    version: z.number().int(),
    /** Why it was not published: everything at once. */
    problems: z.array(PlacedProblem),
  }),
  errors: ['changed-meanwhile'],
  allow: 'types:edit',
});
