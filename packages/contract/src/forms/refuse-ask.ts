import { z } from 'zod';
import { command } from '../operation.ts';
import { refusalArticles } from './shapes.ts';

export const refuseAsk = command({
  name: 'refuse-ask',
  module: 'forms',
  summary: 'Refuse an ask outside the list with one click: the article is named, the street and the department see it',
  input: { askId: z.uuid(), article: z.enum(refusalArticles).default('list-only') },
  output: z.object({ askId: z.uuid(), article: z.string(), answer: z.string() }),
  errors: ['ask-settled'],
  allow: 'forms:fill',
});
