import { z } from 'zod';
import { query } from '../operation.ts';
import { BulletinScheduleView, BulletinSummary } from './shapes.ts';

export const listBulletins = query({
  name: 'list-bulletins',
  module: 'partners',
  summary: 'Bulletins made here and received, newest first, with the schedules that make them',
  input: {
    partnerId: z.uuid().optional(),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(100).default(30),
  },
  output: z.object({
    schedules: z.array(BulletinScheduleView),
    bulletins: z.array(BulletinSummary),
    next: z.string().nullable(),
  }),
  allow: 'cases:read',
});
