import { z } from 'zod';
import { query } from '../operation.ts';
import { AreaGeometry, AreaRef, AreaView, Crs } from './shapes.ts';

export const getArea = query({
  name: 'get-area',
  module: 'places',
  summary: 'One area with its shape, its parents and every version of it; coordinates in the system of `crs`',
  input: { areaId: z.uuid(), crs: Crs.default('wgs84') },
  output: z.object({
    area: AreaView,
    geometry: AreaGeometry.nullable(),
    parents: z.array(AreaRef),
    children: z.array(AreaRef),
    versions: z.array(
      z.object({
        version: z.number().int(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        name: z.string(),
        geometry: AreaGeometry.nullable(),
        reason: z.string(),
        changedBy: z.string().nullable(),
      }),
    ),
    successors: z.array(AreaRef),
    predecessors: z.array(AreaRef),
  }),
  allow: 'places:read',
});
