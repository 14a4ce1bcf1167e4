import { z } from 'zod';
import { command } from '../operation.ts';

export const setPopulation = command({
  name: 'set-population',
  module: 'places',
  summary: 'How many people live or work in an area, with the source of the figure and its year',
  input: {
    areaId: z.uuid(),
    population: z.number().int().min(0).max(50_000_000),
    source: z.string().trim().min(2).max(120),
    year: z.number().int().min(1949).max(2200),
  },
  output: z.object({ areaId: z.uuid() }),
  errors: ['changed-meanwhile'],
  allow: 'places:edit',
});
