import { z } from 'zod';
import { query } from '../operation.ts';
import { FillCounts, FormProblemView } from './shapes.ts';

export const previewForm = query({
  name: 'preview-form',
  module: 'forms',
  summary:
    'Before publishing: how full each committee’s return would be from the registers, what is wrong, who asks the same already',
  input: { formId: z.uuid() },
  output: z.object({
    problems: z.array(FormProblemView),
    doubles: z.array(
      z.object({
        formId: z.uuid(),
        name: z.string(),
        unitName: z.string(),
        shared: z.number(),
        columns: z.array(z.string()),
      }),
    ),
    /** Null: fewer than five rows, or such a number could be worked out from it. */
    areas: z.array(
      z.object({
        areaId: z.uuid(),
        name: z.string(),
        rows: z.number().int().nullable(),
        percent: z.number().nullable(),
      }),
    ),
    /** Null where the form is not sound or there are fewer than five rows. */
    total: FillCounts.nullable(),
    /** By column, how much is known. */
    columns: z.array(z.object({ key: z.string(), percent: z.number().nullable() })),
  }),
  errors: ['form-ended'],
  allow: 'forms:file',
});
