import { z } from 'zod';
import { query } from '../operation.ts';
import { Crs, Day } from './shapes.ts';

export const getMap = query({
  name: 'get-map',
  module: 'places',
  summary:
    'Shapes of one level and the scenery as GeoJSON FeatureCollections; properties carry id, name, level, parentId, kind; coordinates in the system of `crs`',
  input: {
    level: z.number().int().min(1).max(4),
    day: Day.optional(),
    scenery: z.boolean().default(false),
    crs: Crs.default('wgs84'),
  },
  output: z.object({
    areas: z.unknown(),
    scenery: z.unknown().nullable(),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
  allow: 'anyone',
});
