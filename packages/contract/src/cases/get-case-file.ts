import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const CaseFileItemView = z.object({
  key: z.string(),
  label: LocalText,
  required: z.boolean(),
  present: z.boolean(),
  /** What of it there is: a stage taken, a paper made, papers added; with day and post. */
  entries: z.array(
    z.object({
      what: LocalText,
      day: z.iso.date().nullable(),
      by: z.string(),
      photos: z.array(z.string()),
    }),
  ),
  /** Which steps bring it; none = it is added by hand. */
  comesFrom: z.array(LocalText),
});
export type CaseFileItemView = z.infer<typeof CaseFileItemView>;

export const getCaseFile = query({
  name: 'get-case-file',
  module: 'cases',
  summary: 'The file of a case, item by item: what is there, what is missing, who adds it',
  input: { caseId: z.uuid() },
  output: z.object({
    name: LocalText,
    items: z.array(CaseFileItemView),
    /** Everything required is there. */
    complete: z.boolean(),
    /** The reader may add papers to an item. */
    mayAdd: z.boolean(),
  }),
  allow: 'signed-in',
});
