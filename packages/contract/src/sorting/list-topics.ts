import { z } from 'zod';
import { query } from '../operation.ts';

/** How far back topics look. */
export const topicWeeks = [2, 4, 12] as const;

export const listTopics = query({
  name: 'list-topics',
  module: 'sorting',
  summary:
    'What many speak of: groups of cases about one thing by falling heat, counted from the cases in the reader’s area alone',
  input: { weeks: z.union(topicWeeks.map((weeks) => z.literal(weeks))).default(4) },
  output: z.object({
    /** Null until the first time. */
    computedAt: z.iso.datetime().nullable(),
    topics: z.array(
      z.object({
        id: z.uuid(),
        heat: z.number(),
        /** Of the most central case the reader may see. */
        title: z.string(),
        placeWords: z.array(z.string()),
        firstAt: z.iso.datetime(),
        latestAt: z.iso.datetime(),
        size: z.number().int(),
        open: z.number().int(),
        caseIds: z.array(z.uuid()),
      }),
    ),
  }),
  allow: 'cases:supervise',
});
