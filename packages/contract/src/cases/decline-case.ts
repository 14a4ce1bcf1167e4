import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

/** Reason code of a request that is not on the admitted list; also the key of the dispatch rule that keeps such a case at the desk. */
export const outsideListCode = 'outside-list';

export const declineCase = command({
  name: 'decline-case',
  module: 'cases',
  summary: 'Not taken up, with the reason the reporter will read',
  input: {
    ...onCase,
    reason: Words,
    /** Why in one word, so that it can be counted. */
    reasonCode: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .optional(),
  },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'cases:desk',
});
