import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const mergeCase = command({
  name: 'merge-case',
  module: 'cases',
  summary: 'Merge into another open case; every reporter follows and is answered',
  input: { ...onCase, intoCaseId: z.uuid() },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'cases:desk',
});
