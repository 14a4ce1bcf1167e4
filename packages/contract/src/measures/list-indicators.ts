import { z } from 'zod';
import { CaseFilter, countedKeys } from '../cases/filter-shapes.ts';
import { query } from '../operation.ts';
import { Population, Ratio } from './shapes.ts';

export const listIndicators = query({
  name: 'list-indicators',
  module: 'measures',
  summary: 'Indicators of rules.md 1.9 for areas, units or types over a period; each opens to its rows',
  input: {
    by: z.enum(['area', 'unit', 'type']),
    parentAreaId: z.uuid().optional(),
    /** A joint community instead of one area: its areas one by one and all together, or summed by unit or type. */
    areaGroupId: z.uuid().optional(),
    from: z.iso.date(),
    until: z.iso.date(),
  },
  output: z.object({
    /** True until history has been read once: the counts are then too small. */
    counting: z.boolean(),
    indicators: z.array(
      z.object({
        key: z.string(),
        better: z.enum(['up', 'down']),
        /** The figure whose cases it opens to: what it is a share of; null = opens to nothing. */
        of: z.enum(countedKeys).nullable(),
      }),
    ),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        counts: z.record(z.string(), z.number()),
        ratios: z.record(z.string(), Ratio),
        /** Of an area: what figures per head are of; null elsewhere and where nobody has counted. */
        population: Population.nullable(),
        /** The cases reported in the period; each other figure opens with its own `counted`. */
        rows: CaseFilter,
      }),
    ),
  }),
  allow: 'measures:read',
});
