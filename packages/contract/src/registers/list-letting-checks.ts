import { lettingFaultCodes, lettingStates } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { SubjectLine } from './shapes.ts';

export const LettingCheck = z.object({
  id: z.uuid(),
  on: z.iso.date(),
  failed: z.array(z.enum(lettingFaultCodes)),
  mendBy: z.iso.date().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});

export const listLettingChecks = query({
  name: 'list-letting-checks',
  module: 'registers',
  summary: 'Let homes to follow up: past the day for mending, being mended, not looked at within a year, passed',
  input: {
    areaId: z.uuid().optional(),
    state: z.enum(lettingStates).default('overdue'),
    /** All checks of one home instead, newest first. */
    homeId: z.uuid().optional(),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({
    counts: z.record(z.enum(lettingStates), z.number().int()),
    homes: z.array(
      z.object({
        home: SubjectLine,
        state: z.enum(lettingStates),
        /** None where nobody looked yet. */
        check: LettingCheck.nullable(),
      }),
    ),
    /** Of the one home asked for, fifty at most. */
    checks: z.array(LettingCheck),
    next: z.string().nullable(),
  }),
  allow: 'registers:read',
});
