import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const rateCase = command({
  name: 'rate-case',
  module: 'cases',
  summary: 'A reporter rates the closed case 1–5, with words if they like',
  input: { ...onCase, rating: z.number().int().min(1).max(5), words: z.string().trim().max(2000).default('') },
  output: CaseAfter,
  errors: ['rating-off', ...caseActionErrors, 'already-rated'],
  allow: 'signed-in',
});
