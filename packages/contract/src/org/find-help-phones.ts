import { z } from 'zod';
import { query } from '../operation.ts';
import { AreaRef, Crs, Lat, Lng } from '../places/shapes.ts';

export const findHelpPhones = query({
  name: 'find-help-phones',
  module: 'org',
  summary: 'Whom to call at a place: committee, property firm, desk of the street',
  /** A point or an area; without either only the desk is answered. */
  input: {
    lng: Lng.optional(),
    lat: Lat.optional(),
    crs: Crs.default('wgs84'),
    areaId: z.uuid().optional(),
  },
  output: z.object({
    /** Where that is; null where no place was said and outside the site. */
    areas: z.array(AreaRef).nullable(),
    phones: z.array(
      z.object({
        kind: z.enum(['committee', 'property-firm', 'street-desk']),
        name: z.string(),
        /** Null where nobody has entered it. */
        phone: z.string().nullable(),
      }),
    ),
  }),
  errors: ['not-found'],
  allow: 'anyone',
});
