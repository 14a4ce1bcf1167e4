import { z } from 'zod';
import { command } from '../operation.ts';

const Answer = z.strictObject({
  subjectId: z.uuid(),
  field: z.string().min(1).max(60),
  /** The value; or that nobody knows it, with the reason. */
  value: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
  unknown: z.string().trim().min(2).max(120).optional(),
});

export const answerQuestions = command({
  name: 'answer-questions',
  module: 'forms',
  summary:
    'Answer what is asked: the values go to the registers with their source and serve every form that lacks them',
  input: {
    answers: z.array(Answer).min(1).max(100),
    /** From opening the page to saving it, counted in groups for the burden of the forms, never kept for a person. */
    tookSeconds: z.number().min(0).max(36_000),
    /** A committee confirms stale values by saying them again: these need not be open questions. */
    confirms: z.boolean().default(false),
  },
  output: z.object({
    answered: z.number().int(),
    forms: z.number().int(),
    refused: z.array(z.object({ subjectId: z.uuid(), field: z.string(), problem: z.string() })),
  }),
  errors: ['answer-invalid'],
  allow: 'forms:fill',
});
