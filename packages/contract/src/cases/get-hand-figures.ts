import { z } from 'zod';
import { query } from '../operation.ts';
import { CaseStateName } from './shapes.ts';

export const getHandFigures = query({
  name: 'get-hand-figures',
  module: 'cases',
  summary:
    'What departments asked of the grid in a period: requests refused as outside the list, projects offered and claimed',
  input: { from: z.iso.date(), until: z.iso.date() },
  output: z.object({
    asking: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        /** Requests of the period, by the day they were made. */
        asked: z.number().int(),
        /** Of them: not on the admitted list. */
        outside: z.number().int(),
        /** Of those: refused for it, and so it stands. */
        refused: z.number().int(),
        /** Projects put up, and of them claimed. */
        offered: z.number().int(),
        claimed: z.number().int(),
      }),
    ),
    claiming: z.array(z.object({ unitId: z.uuid(), name: z.string(), claimed: z.number().int() })),
    /** Projects of the period, the newest first, 100 at most. */
    projects: z.array(
      z.object({
        caseId: z.uuid(),
        number: z.string(),
        title: z.string(),
        state: CaseStateName,
        /** Null where the desk put it up for nobody in particular. */
        offeredBy: z.string().nullable(),
        claimedBy: z.string().nullable(),
        reportedAt: z.iso.datetime(),
      }),
    ),
  }),
  allow: 'cases:read',
});
