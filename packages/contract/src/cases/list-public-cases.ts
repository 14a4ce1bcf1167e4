import { z } from 'zod';
import { query } from '../operation.ts';
import { Lat, Lng } from '../places/shapes.ts';
import { CaseSummary } from './shapes.ts';

export const listPublicCases = query({
  name: 'list-public-cases',
  module: 'cases',
  summary: 'Public cases around a point (nearest first) or newest first; no session needed',
  input: {
    lng: Lng.optional(),
    lat: Lat.optional(),
    radiusMetres: z.number().min(50).max(3000).default(500),
    open: z.boolean().default(true),
    limit: z.number().int().min(1).max(100).default(30),
  },
  output: z.object({ cases: z.array(CaseSummary.extend({ metres: z.number().nullable() })) }),
  allow: 'anyone',
});
