import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const acceptCase = command({
  name: 'accept-case',
  module: 'cases',
  summary: 'The desk takes the report up',
  input: onCase,
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'cases:desk',
});
