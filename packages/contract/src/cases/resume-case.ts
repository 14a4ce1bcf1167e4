import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const resumeCase = command({
  name: 'resume-case',
  module: 'cases',
  summary: 'Resume a suspended case; the clocks go on with what was left',
  input: { ...onCase, words: z.string().trim().max(2000).default('') },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'signed-in',
});
