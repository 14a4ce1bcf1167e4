import { z } from 'zod';
import { query } from '../operation.ts';
import { BulletinContent, BulletinSummary } from './shapes.ts';

export const getBulletin = query({
  name: 'get-bulletin',
  module: 'partners',
  summary: 'One bulletin, to be read or printed',
  input: { bulletinId: z.uuid() },
  output: z.object({
    /** Null = not there, or of a site that is not the reader’s. */
    bulletin: BulletinSummary.extend({
      content: BulletinContent,
      sites: z.array(z.object({ siteCode: z.string(), name: z.string() })),
    }).nullable(),
  }),
  allow: 'cases:read',
});
