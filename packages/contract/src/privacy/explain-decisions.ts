import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const explainDecisions = query({
  name: 'explain-decisions',
  module: 'privacy',
  summary: 'Every tag and care class the product gave me by a rule: the rule in words, the facts it used, its version',
  input: { subjectId: z.uuid() },
  output: z.object({
    decisions: z.array(
      z.object({
        /** `tag:<code>` or `care:<class>`: what `ask-rights` of kind explain names. */
        about: z.string(),
        name: LocalText,
        rule: LocalText,
        version: z.string(),
        since: z.iso.datetime().nullable(),
        facts: z.array(z.object({ label: LocalText, value: z.string(), source: z.string().nullable() })),
        /** A human is looking at it again. */
        rechecking: z.boolean(),
      }),
    ),
  }),
  allow: 'signed-in',
});
