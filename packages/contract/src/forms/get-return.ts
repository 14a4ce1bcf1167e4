import { z } from 'zod';
import { query } from '../operation.ts';
import { CellView, ColumnHead, ReturnActSchema, ReturnView } from './shapes.ts';

export const getReturn = query({
  name: 'get-return',
  module: 'forms',
  summary:
    'One return with its rows a page at a time: values, where they are stale or missing, sealed ones masked; its history',
  input: {
    returnId: z.uuid(),
    from: z.number().int().min(0).max(200_000).default(0),
    limit: z.number().int().min(1).max(200).default(50),
    /** Only rows with something missing. */
    missing: z.boolean().default(false),
  },
  output: z.object({
    form: ReturnView,
    columns: z.array(ColumnHead),
    /** False where the reader sees counts and no rows. */
    showsRows: z.boolean(),
    rows: z.array(z.object({ key: z.uuid(), serial: z.number().int(), cells: z.array(CellView) })),
    steps: z.array(z.object({ at: z.string(), act: z.string(), by: z.string(), words: z.string() })),
    allowed: z.array(ReturnActSchema),
  }),
  allow: 'forms:read',
});
