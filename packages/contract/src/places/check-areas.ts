import { z } from 'zod';
import { query } from '../operation.ts';
import { CoverageProblem } from './shapes.ts';

export const checkAreas = query({
  name: 'check-areas',
  module: 'places',
  summary: 'Overlaps and gaps among the children of one area',
  input: { parentId: z.uuid() },
  output: z.object({ children: z.number().int(), problems: z.array(CoverageProblem) }),
  allow: 'places:read',
});
