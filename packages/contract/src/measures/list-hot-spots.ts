import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { CaseStateName } from '../cases/shapes.ts';
import { query } from '../operation.ts';

export const listHotSpots = query({
  name: 'list-hot-spots',
  module: 'measures',
  summary: 'Places where the same kind of thing comes again and again, and who was called there how often',
  input: {
    typeCodes: z.array(z.string().max(40)).min(1).max(20),
    /** Looked back over. */
    days: z.number().int().min(1).max(90).default(30),
    radiusMetres: z.number().int().min(10).max(500).default(60),
    /** Reports that make a spot. */
    least: z.number().int().min(2).max(50).default(3),
  },
  output: z.object({
    spots: z.array(
      z.object({
        lng: z.number(),
        lat: z.number(),
        areaName: z.string(),
        count: z.number().int(),
        days: z.number().int(),
        open: z.number().int(),
        first: z.iso.datetime(),
        latest: z.iso.datetime(),
        /** Its newest cases, twenty at most. */
        cases: z.array(
          z.object({
            id: z.uuid(),
            number: z.string(),
            title: z.string(),
            typeName: LocalText,
            state: CaseStateName,
            reportedAt: z.iso.datetime(),
            unitId: z.uuid().nullable(),
            late: z.boolean(),
          }),
        ),
      }),
    ),
    /** Over the spots: calls to each unit, the spots they were at, calls that were not the first at their spot, late ones. */
    units: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        calls: z.number().int(),
        spots: z.number().int(),
        again: z.number().int(),
        late: z.number().int(),
      }),
    ),
  }),
  allow: 'measures:read',
});
