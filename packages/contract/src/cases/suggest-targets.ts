import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const suggestTargets = query({
  name: 'suggest-targets',
  module: 'cases',
  summary:
    'Who could get this case: units the report asks for, the rule that fires first, then posts and units of the place with their load',
  input: { caseId: z.uuid() },
  output: z.object({
    targets: z.array(
      z.object({
        kind: z.enum(['unit', 'post', 'pool', 'desk']),
        unitId: z.uuid().nullable(),
        postId: z.uuid().nullable(),
        unitKind: z.string().nullable(),
        name: z.string(),
        /** Of a post, where it is held: a station has many posts of one name. */
        area: z.string().nullable(),
        openCases: z.number().int(),
        vacant: z.boolean(),
        why: z.enum(['rule', 'place', 'past', 'returned-to', 'named']),
        ruleKey: z.string().nullable(),
        ruleLabel: LocalText.nullable(),
      }),
    ),
  }),
  allow: 'cases:desk',
});
