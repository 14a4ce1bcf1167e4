import { z } from 'zod';
import { command } from '../operation.ts';
import { askWays } from './shapes.ts';

export const registerAsk = command({
  name: 'register-ask',
  module: 'forms',
  summary: 'A committee registers what a department asked of it outside the forms, however it was asked',
  input: {
    areaId: z.uuid(),
    unitId: z.uuid(),
    way: z.enum(askWays),
    words: z.string().trim().min(4).max(500),
    headings: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
    askedOn: z.iso.date(),
  },
  output: z.object({
    askId: z.uuid(),
    known: z.object({ formId: z.uuid(), name: z.string(), share: z.number() }).nullable(),
  }),
  errors: ['ask-day-ahead'],
  allow: 'forms:fill',
});
