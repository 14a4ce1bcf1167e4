import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { answerFilter } from './filter-shapes.ts';
import { results } from './shapes.ts';

export const KnownAnswer = z.object({
  caseId: z.uuid(),
  number: z.string(),
  title: z.string(),
  typeCode: z.string(),
  typeName: LocalText,
  areaName: z.string(),
  /** Who answered, by unit or post. */
  holder: z.string().nullable(),
  outcome: LocalText.nullable(),
  result: z.enum(results).nullable(),
  answer: z.string(),
  /** What the closing form says in words and of nobody: the experience others can use. */
  lessons: z.array(z.object({ label: LocalText, words: z.string() })),
  rating: z.number().int().nullable(),
  closedAt: z.iso.datetime(),
});
export type KnownAnswer = z.infer<typeof KnownAnswer>;

export const searchAnswers = query({
  name: 'search-answers',
  module: 'cases',
  summary:
    'For staff: how cases like this were answered before, raised hands included, by kind and words, the newest first',
  input: answerFilter,
  output: z.object({ answers: z.array(KnownAnswer), next: z.string().nullable() }),
  allow: 'org:read',
});
