import { z } from 'zod';
import { command } from '../operation.ts';

const Days = z.array(z.iso.date()).max(120);

export const importHolidays = command({
  name: 'import-holidays',
  module: 'cases',
  summary: 'Statutory holidays and make-up working days of one year; deadlines promised before stay as they are',
  input: {
    year: z.number().int().min(1992).max(2100),
    holidays: Days.min(1),
    makeUpDays: Days,
    source: z.string().trim().min(2).max(200),
  },
  output: z.object({ year: z.number().int(), holidays: z.number().int(), makeUpDays: z.number().int() }),
  allow: 'types:edit',
});
