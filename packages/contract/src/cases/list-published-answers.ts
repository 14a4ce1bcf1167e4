import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { answerFilter } from './filter-shapes.ts';

/** Outcome and words, never who asked. Title and number only where the case itself is public. */
export const PublishedAnswer = z.object({
  caseId: z.uuid(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** What it is about as the answer says for everybody, or the topic of the themed call it answered. */
  topic: z.string().nullable(),
  typeCode: z.string(),
  typeName: LocalText,
  areaName: z.string(),
  outcome: LocalText.nullable(),
  answer: z.string(),
  publishedAt: z.iso.datetime(),
});
export type PublishedAnswer = z.infer<typeof PublishedAnswer>;

export const listPublishedAnswers = query({
  name: 'list-published-answers',
  module: 'cases',
  summary: 'Answers that were published, by kind and words, the newest first; no session needed',
  input: answerFilter,
  output: z.object({ answers: z.array(PublishedAnswer), next: z.string().nullable() }),
  allow: 'anyone',
});
