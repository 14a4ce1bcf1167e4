import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const urgeCase = command({
  name: 'urge-case',
  module: 'cases',
  summary: 'Urge: once a day for a reporter; whoever has it is told at once',
  input: { ...onCase, words: z.string().trim().max(500).default('') },
  output: CaseAfter,
  errors: [...caseActionErrors, 'too-many-requests'],
  allow: 'signed-in',
});
