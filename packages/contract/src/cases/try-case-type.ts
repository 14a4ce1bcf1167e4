import { z } from 'zod';
import { query } from '../operation.ts';
import { PlacedProblem, TypeCode, TypeTrial } from './type-shapes.ts';

export const tryCaseType = query({
  name: 'try-case-type',
  module: 'cases',
  summary:
    'What the draft, or without one the version in force, would have made of the newest 5,000 cases of the last 31 days; changes nothing',
  input: { code: TypeCode },
  output: z.object({
    /** Null while the draft has problems. */
    trial: TypeTrial.nullable(),
    problems: z.array(PlacedProblem),
  }),
  allow: 'types:edit',
});
