import { z } from 'zod';
import { command } from '../operation.ts';
import { bulletinPeriods } from './shapes.ts';

export const makeBulletin = command({
  name: 'make-bulletin',
  module: 'partners',
  summary:
    'Make a bulletin of the cases shared with a partner now, of the running week or month until today, and send it',
  input: {
    partnerId: z.uuid(),
    every: z.enum(bulletinPeriods),
    /** Empty = every type. */
    typeCodes: z.array(z.string().max(40)).max(60).default([]),
  },
  output: z.object({ bulletinId: z.uuid() }),
  errors: ['partner-off'],
  allow: 'cases:rule',
});
