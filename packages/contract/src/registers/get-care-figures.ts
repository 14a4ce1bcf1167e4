import { z } from 'zod';
import { query } from '../operation.ts';
import { AreaRef } from '../places/shapes.ts';
import { CareClassView, CareCount } from './care-shapes.ts';

export const getCareFigures = query({
  name: 'get-care-figures',
  module: 'registers',
  summary: 'How many are in each care class and grade, by the areas below one',
  input: { areaId: z.uuid().optional() },
  output: z.object({
    classes: z.array(CareClassView),
    total: z.array(CareCount),
    areas: z.array(z.object({ area: AreaRef, counts: z.array(CareCount) })),
  }),
  allow: 'registers:care',
});
