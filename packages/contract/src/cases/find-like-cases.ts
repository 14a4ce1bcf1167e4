import { z } from 'zod';
import { query } from '../operation.ts';
import { Lat, Lng } from '../places/shapes.ts';
import { CaseSummary } from './shapes.ts';

export const findLikeCases = query({
  name: 'find-like-cases',
  module: 'cases',
  summary: 'Open cases of the same kind nearby that one may join instead of reporting again',
  input: {
    typeCode: z.string().max(40).optional(),
    lng: Lng,
    lat: Lat,
    limit: z.number().int().min(1).max(20).default(5),
  },
  output: z.object({ cases: z.array(CaseSummary.extend({ metres: z.number(), joined: z.boolean() })) }),
  allow: 'anyone',
});
