import { z } from 'zod';
import { query } from '../operation.ts';

export const listHolidays = query({
  name: 'list-holidays',
  module: 'cases',
  summary: 'Years whose holiday table is loaded; a deadline that touches any other year is refused',
  input: {},
  output: z.object({
    years: z.array(
      z.object({
        year: z.number().int(),
        holidays: z.array(z.iso.date()),
        makeUpDays: z.array(z.iso.date()),
        source: z.string(),
        /** What the law alone gives: replaced by itself when a release of the product knows the arrangement. */
        provisional: z.boolean(),
        loadedAt: z.iso.datetime(),
      }),
    ),
    /** What the law alone gives for this year and the next where nothing is loaded: to be loaded by somebody until the arrangement is known. */
    statutory: z.array(z.object({ year: z.number().int(), holidays: z.array(z.iso.date()), source: z.string() })),
  }),
  allow: 'types:read',
});
