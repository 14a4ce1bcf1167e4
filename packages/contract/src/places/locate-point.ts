import { z } from 'zod';
import { query } from '../operation.ts';
import { AreaRef, Crs, Day, Lat, Lng } from './shapes.ts';

export const locatePoint = query({
  name: 'locate-point',
  module: 'places',
  summary:
    'The micro-grid a point lies in (and all above it), today or on a past day, null outside the site; the point in every coordinate system',
  input: { lng: Lng, lat: Lat, crs: Crs.default('wgs84'), day: Day.optional() },
  output: z.object({
    wgs84: z.tuple([z.number(), z.number()]),
    gcj02: z.tuple([z.number(), z.number()]),
    bd09: z.tuple([z.number(), z.number()]),
    areas: z.array(AreaRef).nullable(),
    nearestBuilding: z.object({ id: z.uuid(), name: z.string(), address: z.string(), metres: z.number() }).nullable(),
  }),
  allow: 'anyone',
});
