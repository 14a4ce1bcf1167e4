import { z } from 'zod';
import { command } from '../operation.ts';
import { AreaView, Day, LineGeometry } from './shapes.ts';

export const splitArea = command({
  name: 'split-area',
  module: 'places',
  summary: 'Cut one lowest-level area in two along a line; the old code retires, two successors begin on the day',
  input: {
    areaId: z.uuid(),
    line: LineGeometry,
    validFrom: Day,
    names: z.tuple([z.string().trim().min(1).max(60), z.string().trim().min(1).max(60)]),
    reason: z.string().trim().min(1).max(200),
  },
  output: z.object({ successors: z.array(AreaView) }),
  errors: ['split-line-misses', 'changed-meanwhile'],
  allow: 'places:edit',
});
