import { z } from 'zod';
import { command } from '../operation.ts';
import { AreaView, Day } from './shapes.ts';

export const mergeAreas = command({
  name: 'merge-areas',
  module: 'places',
  summary: 'Join adjacent lowest-level siblings into one new area; the old codes retire',
  input: {
    areaIds: z.array(z.uuid()).min(2).max(10),
    name: z.string().trim().min(1).max(60),
    validFrom: Day,
    reason: z.string().trim().min(1).max(200),
  },
  output: z.object({ successor: AreaView }),
  errors: ['areas-not-adjacent', 'changed-meanwhile'],
  allow: 'places:edit',
});
