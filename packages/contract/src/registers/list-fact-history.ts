import { z } from 'zod';
import { query } from '../operation.ts';
import { FieldCodeText, FieldValueShape } from './shapes.ts';

export const listFactHistory = query({
  name: 'list-fact-history',
  module: 'registers',
  summary: 'Every value the fields of a subject had, newest first; only of fields the reader may see',
  input: {
    subjectId: z.uuid(),
    field: FieldCodeText.optional(),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({
    facts: z.array(
      z.object({
        id: z.string(),
        field: z.string(),
        value: FieldValueShape,
        source: z.string(),
        sourceId: z.uuid().nullable(),
        basis: z.string(),
        since: z.iso.date(),
        recordedAt: z.iso.datetime(),
        recordedBy: z.string().nullable(),
        supersededAt: z.iso.datetime().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  allow: 'registers:read',
});
