import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const getSortingReport = query({
  name: 'get-sorting-report',
  module: 'sorting',
  summary:
    'How well kinds are suggested: precision and coverage of each at the floor, measured on cases held out; when it was learned',
  input: {},
  output: z.object({
    /** Nothing learned yet: names and synonyms speak alone. */
    cold: z.boolean(),
    trainedAt: z.iso.datetime().nullable(),
    cases: z.number().int(),
    /** Share of cases held out whose first guess was right, whatever the confidence. */
    accuracy: z.number().nullable(),
    floor: z.number(),
    mayChange: z.boolean(),
    classes: z.array(
      z.object({
        typeCode: z.string(),
        typeName: LocalText,
        learnedFrom: z.number().int(),
        /** Of the cases suggested as this kind, how many were; of those that are, how many got a suggestion. */
        precision: z.object({ numerator: z.number().int(), denominator: z.number().int() }),
        coverage: z.object({ numerator: z.number().int(), denominator: z.number().int() }),
      }),
    ),
  }),
  allow: 'measures:read',
});
