import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const declineCase = command({
  name: 'decline-case',
  module: 'cases',
  summary: 'Not taken up, with the reason the reporter will read',
  input: { ...onCase, reason: Words },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'cases:desk',
});
