import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { CaseStateName } from '../cases/shapes.ts';
import { query } from '../operation.ts';

export const findSameMatter = query({
  name: 'find-same-matter',
  module: 'sorting',
  summary:
    'Open and recent cases that may be the same matter as this one, near in place, time and words, with the reasons',
  input: { caseId: z.uuid() },
  output: z.object({
    cases: z.array(
      z.object({
        caseId: z.uuid(),
        number: z.string(),
        typeName: LocalText,
        title: z.string(),
        state: CaseStateName,
        open: z.boolean(),
        reportedAt: z.iso.datetime(),
        areaName: z.string(),
        score: z.number().min(0).max(1),
        reasons: z.object({
          metres: z.number().nullable(),
          hours: z.number(),
          words: z.number(),
          sameKind: z.boolean(),
          places: z.array(z.string()),
        }),
      }),
    ),
  }),
  allow: 'cases:desk',
});
