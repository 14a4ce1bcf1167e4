import { z } from 'zod';
import { query } from '../../operation.ts';
import { CountLevel, ShownNumber, TagExpressionShape, TagNoun } from './tag-shapes.ts';

export const countByTags = query({
  name: 'count-by-tags',
  module: 'registers',
  summary:
    'How many have any mix of tags, fields, places and ages, by area of one level; small numbers are hidden from who may not see the people',
  input: { expression: TagExpressionShape, noun: TagNoun, level: CountLevel, areaId: z.uuid().optional() },
  output: z.object({
    total: ShownNumber,
    /** Areas of the level, and areas above it that hold subjects of no area below them; the rows add up to the total. */
    areas: z.array(
      z.object({
        areaId: z.uuid(),
        name: z.string(),
        level: z.number().int(),
        count: ShownNumber,
        /** The list of this row can be opened. */
        opens: z.boolean(),
      }),
    ),
    /** `index`: counted in memory; `register`: by the database, while the index is being made. */
    from: z.enum(['index', 'register']),
    /** Something asked for is sensitive: the list needs the right to care. */
    sensitive: z.boolean(),
  }),
  allow: 'tags:read',
});
