import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const contactReporter = command({
  name: 'contact-reporter',
  module: 'cases',
  summary: 'Record the first contact: reached or not, how, and what was said',
  input: { ...onCase, reached: z.boolean(), way: z.enum(['phone', 'visit', 'message']), words: Words },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'signed-in',
});
