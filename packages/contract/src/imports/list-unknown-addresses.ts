import { z } from 'zod';
import { query } from '../operation.ts';

export const listUnknownAddresses = query({
  name: 'list-unknown-addresses',
  module: 'imports',
  summary:
    'Addresses of register imports and of reports that match no building of the site, rooms of one house together, most rows first; and what was said of others',
  input: {},
  output: z.object({
    addresses: z.array(
      z.object({
        /** Without the room. */
        said: z.string(),
        /** As they were written, three at most. */
        examples: z.array(z.string()),
        /** Rows of tables that say it. */
        rows: z.number().int(),
        /** Reports of the last ninety days that say it. */
        reports: z.number().int(),
        runs: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
      }),
    ),
    names: z.array(
      z.object({
        id: z.uuid(),
        said: z.string(),
        /** Null: it lies outside the site. */
        means: z.string().nullable(),
        reason: z.string(),
        /** The area it is known for. */
        areaName: z.string(),
        madeAt: z.iso.datetime(),
      }),
    ),
  }),
  allow: 'registers:edit',
});
