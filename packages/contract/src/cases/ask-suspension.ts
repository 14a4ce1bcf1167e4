import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const askSuspension = command({
  name: 'ask-suspension',
  module: 'cases',
  summary: 'Ask to suspend: the clocks stand still while something outside must happen first',
  input: { ...onCase, reason: Words },
  output: CaseAfter,
  errors: [...caseActionErrors, 'request-pending'],
  allow: 'cases:handle',
});
