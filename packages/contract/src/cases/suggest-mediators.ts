import { mediatorReasons } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const suggestMediators = query({
  name: 'suggest-mediators',
  module: 'cases',
  summary: 'Mediators for a case, the most fitting first, each with why',
  /** `stage` and `field`: the field of kind `mediator` to be filled; it names what is matched. */
  input: { caseId: z.uuid(), stage: z.string().max(40), field: z.string().max(40) },
  output: z.object({
    suggestions: z
      .array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          unitName: z.string(),
          languages: z.array(z.string()),
          /** Open cases of this mediator. */
          openCases: z.number().int(),
          reasons: z.array(z.enum(mediatorReasons)),
        }),
      )
      .max(200),
  }),
  allow: 'org:read',
});
