import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const askVoid = command({
  name: 'ask-void',
  module: 'cases',
  summary: 'Ask to void a case; a second person must agree',
  input: { ...onCase, reason: Words },
  output: CaseAfter,
  errors: [...caseActionErrors, 'request-pending'],
  allow: 'cases:desk',
});
