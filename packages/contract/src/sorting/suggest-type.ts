import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { Lat, Lng } from '../places/shapes.ts';

/** A read that is sent as a body, so that nobody's words stand in an address; it changes nothing and is not kept. */
export const suggestType = command({
  name: 'suggest-type',
  module: 'sorting',
  summary:
    'Which kinds these words speak of, how sure that is and because of which words; below the floor a person chooses',
  input: {
    words: z.string().trim().min(2).max(4000),
    /** Where it is, for whose closed cases to learn from when there are several sites. */
    lng: Lng.optional(),
    lat: Lat.optional(),
  },
  output: z.object({
    suggestions: z
      .array(
        z.object({
          typeCode: z.string(),
          typeName: LocalText,
          confidence: z.number().min(0).max(1),
          /** Who mostly got cases of this kind, when that is clear; only for staff. */
          unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
          spokenFor: z.array(z.string()),
        }),
      )
      .max(3),
    floor: z.number(),
    belowFloor: z.boolean(),
    by: z.enum(['learned', 'names', 'endpoint']),
  }),
  allow: 'anyone',
});
