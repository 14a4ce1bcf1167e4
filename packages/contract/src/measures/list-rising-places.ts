import { z } from 'zod';
import { CaseFilter } from '../cases/filter-shapes.ts';
import { StageKey } from '../cases/shapes.ts';
import { query } from '../operation.ts';

export const listRisingPlaces = query({
  name: 'list-rising-places',
  module: 'measures',
  summary:
    'Residential areas where far more of one heading is reported in the last seven days than in the eight weeks before',
  input: { group: StageKey, areaId: z.uuid().optional() },
  output: z.object({
    /** The seven days, both included. */
    from: z.iso.date(),
    until: z.iso.date(),
    places: z.array(
      z.object({
        areaId: z.uuid(),
        name: z.string(),
        count: z.number().int(),
        /** A week of the eight before, on average. */
        usual: z.number(),
        rows: CaseFilter,
      }),
    ),
  }),
  allow: 'measures:read',
});
