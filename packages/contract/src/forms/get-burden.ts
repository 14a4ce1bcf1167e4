import { z } from 'zod';
import { query } from '../operation.ts';

export const getBurden = query({
  name: 'get-burden',
  module: 'forms',
  summary: 'Minutes asked of committees by week and department, from times of entry in groups; never of a person',
  input: { from: z.iso.date(), until: z.iso.date(), areaId: z.uuid().optional() },
  output: z.object({
    rows: z.array(
      z.object({
        week: z.string(),
        areaId: z.uuid(),
        areaName: z.string(),
        unitId: z.uuid(),
        unitName: z.string(),
        minutes: z.number(),
        answers: z.number().int(),
        forms: z.number().int(),
      }),
    ),
    minutes: z.number(),
    /** Asks outside the forms registered in the same days. */
    outsideAsks: z.number().int(),
  }),
  allow: 'forms:read',
});
