import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const decideRequest = command({
  name: 'decide-request',
  module: 'cases',
  summary: 'Grant or refuse the waiting extension, suspension, void or exclusion; never by who asked',
  input: { ...onCase, grant: z.boolean(), words: z.string().trim().max(2000).default('') },
  output: CaseAfter,
  errors: [...caseActionErrors, 'no-request-pending', 'second-person-needed'],
  allow: 'cases:rule',
});
