import { z } from 'zod';
import { query } from '../operation.ts';
import { AreaView, Day } from './shapes.ts';

export const getAreaTree = query({
  name: 'get-area-tree',
  module: 'places',
  summary: 'The area tree of the site on a day (today when left out), without shapes',
  input: {
    day: Day.optional(),
    /** Another site than the reader's own, by its code. */
    siteCode: z.string().max(60).optional(),
  },
  output: z.object({
    siteId: z.uuid(),
    levels: z.array(z.object({ level: z.number().int(), label: z.string() })),
    areas: z.array(AreaView),
  }),
  allow: 'anyone',
});
