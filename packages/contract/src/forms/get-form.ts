import { z } from 'zod';
import { query } from '../operation.ts';
import { FillCounts, FormDefinition, FormView, PeriodKey, ReturnView } from './shapes.ts';

export const getForm = query({
  name: 'get-form',
  module: 'forms',
  summary: 'One form with its law, its versions and where each committee’s return stands',
  input: { formId: z.uuid(), period: PeriodKey.optional() },
  output: z.object({
    form: FormView,
    definition: FormDefinition.nullable(),
    draft: FormDefinition.nullable(),
    law: z.string().nullable(),
    versions: z.array(
      z.object({
        version: z.number().int(),
        publishedAt: z.string(),
        /** It asks what another form collected already, and why all the same; null where it does not. */
        again: z.object({ formId: z.uuid(), name: z.string(), unitName: z.string(), reason: z.string() }).nullable(),
      }),
    ),
    period: z.string().nullable(),
    periods: z.array(z.string()),
    returns: z.array(ReturnView),
    /** Of the period: given on time of those due, and how full all are; null where a few people of a committee could be worked out from it. */
    onTime: z.number().int(),
    total: FillCounts.nullable(),
    pulls: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        way: z.string(),
        /** Null for others than the form’s own department where returns hide theirs. */
        rows: z.number().int().nullable(),
        sealed: z.array(z.string()),
      }),
    ),
  }),
  allow: 'forms:read',
});
