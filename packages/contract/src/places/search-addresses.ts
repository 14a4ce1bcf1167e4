import { z } from 'zod';
import { query } from '../operation.ts';

export const searchAddresses = query({
  name: 'search-addresses',
  module: 'places',
  summary: 'Buildings and areas by words of their address or name',
  input: { text: z.string().trim().min(1).max(60), limit: z.number().int().min(1).max(20).default(8) },
  output: z.object({
    hits: z.array(
      z.object({
        kind: z.enum(['building', 'area']),
        id: z.uuid(),
        name: z.string(),
        address: z.string(),
        lng: z.number(),
        lat: z.number(),
      }),
    ),
  }),
  allow: 'anyone',
});
