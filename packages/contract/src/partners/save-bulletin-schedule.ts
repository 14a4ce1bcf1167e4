import { z } from 'zod';
import { command } from '../operation.ts';
import { bulletinPeriods } from './shapes.ts';

export const saveBulletinSchedule = command({
  name: 'save-bulletin-schedule',
  module: 'partners',
  summary: 'Have a bulletin made every week or month of the cases shared with a partner, and sent to it',
  input: {
    scheduleId: z.uuid().optional(),
    partnerId: z.uuid(),
    every: z.enum(bulletinPeriods),
    /** Empty = every type. */
    typeCodes: z.array(z.string().max(40)).max(60).default([]),
    active: z.boolean().default(true),
  },
  output: z.object({ scheduleId: z.uuid(), nextAt: z.iso.datetime().nullable() }),
  errors: ['partner-off'],
  allow: 'cases:rule',
});
