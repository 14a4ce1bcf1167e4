import { z } from 'zod';
import { query } from '../operation.ts';

export const CaseCaller = z.object({
  id: z.uuid(),
  /** Masked; in full by `reveal-caller`. */
  name: z.string(),
  phone: z.string().nullable(),
  anonymous: z.boolean(),
  orderNumber: z.string(),
  calledAt: z.iso.datetime(),
  wantsAnswer: z.boolean(),
  answered: z.object({ at: z.iso.datetime(), how: z.string(), by: z.string() }).nullable(),
});
export type CaseCaller = z.infer<typeof CaseCaller>;

export const listCallers = query({
  name: 'list-callers',
  module: 'cases',
  summary: 'Everyone who called about a case, masked, with who still waits for an answer',
  input: { caseId: z.uuid() },
  output: z.object({
    callers: z.array(CaseCaller),
    /** May see a caller in full: who has it in hand, and the desk. */
    mayReveal: z.boolean(),
    mayAdd: z.boolean(),
  }),
  allow: 'signed-in',
});
