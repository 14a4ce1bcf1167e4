import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { SubjectNounName } from './shapes.ts';

export const listReveals = query({
  name: 'list-reveals',
  module: 'registers',
  summary:
    'Looks at sealed fields in an area: which post, which field of whom (masked), when, why; and how many by post and day',
  input: {
    areaId: z.uuid().optional(),
    postId: z.uuid().optional(),
    /** Days of the site, both included; the last thirty when none is said, and never more than 92. */
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  },
  output: z.object({
    from: z.iso.date(),
    until: z.iso.date(),
    reveals: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        postId: z.uuid().nullable(),
        /** Post and unit as they were called then. */
        by: z.string(),
        unit: z.string().nullable(),
        field: z.string(),
        label: LocalText.nullable(),
        noun: SubjectNounName,
        /** Masked for every reader of this list. */
        name: z.string(),
        areaName: z.string(),
        reason: z.string(),
      }),
    ),
    next: z.string().nullable(),
    /** By post and day, newest day first; on the first page only. */
    days: z.array(
      z.object({
        day: z.iso.date(),
        postId: z.uuid().nullable(),
        by: z.string(),
        /** Looks of this list. */
        looks: z.number().int(),
        /** All looks that day of whoever held the post, those elsewhere and at reporters too: what the quota counts. */
        counted: z.number().int(),
        quota: z.number().int(),
        /** Four fifths of the quota or more. */
        high: z.boolean(),
      }),
    ),
    posts: z.array(z.object({ id: z.uuid(), by: z.string() })),
  }),
  allow: 'reveals:read',
});
