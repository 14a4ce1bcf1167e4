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
        loadedAt: z.iso.datetime(),
      }),
    ),
  }),
  allow: 'types:read',
});
